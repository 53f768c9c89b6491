"""What stands on the picture of an article and on that of the site."""

from collections import Counter
from collections.abc import Iterator

from generator.config import Settings
from generator.linkcards.drawing import LABELS, STEPS, Face, cards_installed, cards_version, draw, writable
from generator.linkeddata import about, article_card
from generator.model import Article, Corpus, Entity, Locus, Twin
from generator.strings import Strings

SITE_CARD = "cards/site.png"
"""Where the picture of the site is: for every page without one of its own."""
_NAMES = 3


def card_paths(corpus: Corpus, settings: Settings) -> tuple[str, ...]:
    """Return the paths of all pictures, the site's own first; none where none are drawn.

    None are drawn without a base address, for a link preview asks for absolute ones, and where the extra is not installed. An
    article that is `noindex`, or whose title the font cannot write, has none of its own.
    """
    if not settings.base_url or not cards_installed() or not writable(settings.title):
        return ()
    own = (article for article in corpus.articles if _has_card(article))
    return (SITE_CARD, *map(article_card, own))


def link_cards(corpus: Corpus, settings: Settings, strings: Strings) -> Iterator[Twin]:
    """Yield the pictures whose paths `card_paths` names, in its order, not drawn yet."""
    yield Twin(SITE_CARD, (_site_face(corpus, settings, strings), cards_version()), draw)
    for article in corpus.articles:
        if _has_card(article):
            yield Twin(article_card(article), (_face(article, corpus, settings, strings), cards_version()), draw)


def _has_card(article: Article) -> bool:
    return not article.document.metadata.noindex and writable(article.document.metadata.title)


def _face(article: Article, corpus: Corpus, settings: Settings, strings: Strings) -> Face:
    data = article.document.metadata
    date = strings.date(data.date) if data.date else ""
    kicker = " · ".join(part for part in (data.publisher, date) if part and writable(part))
    subjects, others = about(article, corpus.by_id)
    counts = Counter(linked.entity for linked in article.mentions)
    named = [*subjects, *sorted(others, key=lambda entity: -counts[entity.id])]
    shown = [entity for entity in named if _shown(entity) and writable(entity.name)]
    steps: dict[str, set[int]] = {label: set() for label in LABELS}
    length = len(article.document.text) or 1
    for linked in article.mentions:
        entity = corpus.by_id[linked.entity]
        if linked.mention.label != "DEMONYM" and _shown(entity):
            steps[entity.label].add(linked.mention.start * STEPS // length)
    return Face(
        site=settings.title,
        kicker=kicker,
        title=" ".join(data.title.split()),
        names=tuple((entity.label, entity.name) for entity in shown[:_NAMES]),
        strip=tuple(tuple(sorted(steps[label])) for label in LABELS),
    )


def _shown(entity: Entity) -> bool:
    """Return whether an entity may stand on a picture that travels: not who asked to be left out of search engines."""
    return not entity.noindex and not entity.open


def _site_face(corpus: Corpus, settings: Settings, strings: Strings) -> Face:
    """Return the site's own picture: its name, what it is, how much is in it."""
    counted = Counter[str](entity.label for entity in corpus.entities)
    phrases = (
        ("PERSON", "%(num)s person", "%(num)s people"),
        ("PLACE", "%(num)s place", "%(num)s places"),
        ("ORGANISATION", "%(num)s organisation", "%(num)s organisations"),
    )
    strip = []
    for label in LABELS:
        known = [entity for entity in corpus.entities if entity.label == label and _shown(entity)]
        # Of each kind the one named most, from the first article to the last.
        loci = max(known, key=lambda entity: len(entity.loci)).loci if known else ()
        strip.append(tuple(sorted({_step(corpus, locus) for locus in loci})))
    lead = settings.description if writable(settings.description) else ""
    return Face(
        site="",
        kicker=strings.count("%(num)s article", "%(num)s articles", len(corpus.articles)),
        title=settings.title,
        lead=lead,
        names=tuple(
            (label, strings.count(one, many, counted[label])) for label, one, many in phrases if counted[label]
        ),
        strip=tuple(strip),
    )


def _step(corpus: Corpus, locus: Locus) -> int:
    """Return how far into the collection a mention stands, the oldest article first."""
    total, mentions = len(corpus.articles), len(corpus.articles[locus.article].mentions)
    return int((total - 1 - locus.article + locus.mention / mentions) * STEPS / total)
