"""A corpus written by hand: texts with their names in brackets, for tests that need articles but no pipeline.

`[Putins|people/wladimir-putin]` is a mention, `[russische|~places/russland]` one by demonym, `{85 Raketen|number|85}` a
figure, `{am 3. Februar|date|2023-02-03}` a date. A line is a block; `# ` makes it the headline, `> ` a leftover.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from generator.model import (
    Alias,
    Article,
    Block,
    BlockKind,
    Corpus,
    Document,
    Entity,
    Linked,
    Locus,
    Mention,
    Metadata,
    Quantity,
    Span,
)

_PIECE = re.compile(r"\[([^]|]+)\|(~?)([^]]+)\]|\{([^}|]+)\|([^}|]+)\|([^}]*)\}")
_LABELS: dict[str, Literal["PERSON", "PLACE", "ORGANISATION"]] = {
    "people": "PERSON",
    "places": "PLACE",
    "organisations": "ORGANISATION",
}
_KINDS: dict[str, BlockKind] = {"# ": "headline", "> ": "leftover", "= ": "caption"}


def write_article(slug: str, marked: str, *, date: str = "", title: str = "", **known: Any) -> Article:  # noqa: ANN401 - fields of Metadata
    """Return the article that a marked-up text stands for; its sentences are its blocks."""
    text = ""
    blocks: list[Block] = []
    mentions: list[Linked] = []
    figures: list[Quantity] = []
    dates: list[Quantity] = []
    for line in marked.strip().split("\n"):
        kind = _KINDS.get(line[:2], "paragraph")
        start, rest = len(text), line[2:] if line[:2] in _KINDS else line
        end = 0
        for piece in _PIECE.finditer(rest):
            text += rest[end : piece.start()]
            at, end = len(text), piece.end()
            if piece[1]:
                text += piece[1]
                label = "DEMONYM" if piece[2] else _LABELS[piece[3].split("/")[0]]
                mention = Mention(start=at, end=len(text), text=piece[1], label=label, layer="model")
                mentions.append(Linked(mention=mention, entity=piece[3], anchor=f"m-{len(mentions) + 1}"))
            else:
                text += piece[4]
                dated = piece[5] in ("date", "time", "daterange")
                value = piece[6] if dated else Decimal(piece[6])
                quantity = Quantity(start=at, end=len(text), text=piece[4], kind=piece[5], value=value)
                (dates if dated else figures).append(quantity)
        text += rest[end:]
        if len(text) > start:
            blocks.append(Block(start, len(text), kind))
        text += "\n"
    document = Document(
        slug=slug,
        path=f"{slug}.txt",
        text=text,
        metadata=Metadata(title=title or slug.title(), date=dt.date.fromisoformat(date) if date else None, **known),
        blocks=tuple(blocks),
        marks=(),
        sentences=tuple(Span(block.start, block.end) for block in blocks if block.kind != "leftover"),
    )
    return Article(document=document, mentions=tuple(mentions), figures=tuple(figures), dates=tuple(dates))


def write_corpus(articles: Iterable[Article], **known: dict[str, Any]) -> Corpus:
    """Return the corpus of some articles in the given order; `known` has further fields of entities by id, `/` as `__`.

    An entity's heading is its longest form.
    """
    articles = tuple(articles)
    loci: dict[str, list[Locus]] = {}
    weak: dict[str, list[Locus]] = {}
    forms: dict[str, Counter[str]] = {}
    for index, article in enumerate(articles):
        for number, linked in enumerate(article.mentions):
            demonym = linked.mention.label == "DEMONYM"
            (weak if demonym else loci).setdefault(linked.entity, []).append(Locus(index, number))
            forms.setdefault(linked.entity, Counter())[linked.mention.text] += 0 if demonym else 1
    entities = []
    for id_ in sorted(forms):
        more = known.get(id_.replace("/", "__").replace("-", "_"), {})
        name = more.pop("name", "") or max(forms[id_], key=len)
        aliases = tuple(Alias(form, count) for form, count in forms[id_].most_common() if count and form != name)
        entities.append(
            Entity(
                id=id_,
                label=_LABELS[id_.split("/")[0]],
                name=name,
                sort_key=name,
                aliases=aliases,
                loci=tuple(loci.get(id_, ())),
                weak=tuple(weak.get(id_, ())),
                **more,
            )
        )
    by_id = MappingProxyType({entity.id: entity for entity in entities})
    return Corpus(articles=articles, entities=tuple(entities), by_id=by_id)


def small_corpus() -> Corpus:
    """Return three articles with five entities: enough for every kind of file."""
    return write_corpus(
        (
            write_article(
                "besuch",
                "# [Putin|people/wladimir-putin] empfängt [Xi|people/xi-jinping]\n"
                "Der [russische|~places/russland] Präsident [Wladimir Putin|people/wladimir-putin] hat {am 21. März|date|2023-03-21} "
                "[Xi Jinping|people/xi-jinping] in [Moskau|places/moskau] empfangen. 🕊 {3,5 Milliarden Euro|currency|3.5E+9} flossen.\n"
                "> Jetzt den Newsletter bestellen!",
                date="2023-03-21",
                title="Putin empfängt Xi",
                source="https://example.org/besuch?a=1&b=2",
                author="Ada Beispiel",
                publisher="Der Bote",
                tags=("Politik",),
            ),
            write_article(
                "angriff",
                "Die [Nato|organisations/nato] sprach mit [Putin|people/wladimir-putin] über {85|number|85} Raketen.",
                date="2023-02-03",
                title="Angriff <am> Morgen & Abend",
            ),
            write_article("notiz", "In [Moskau|places/moskau] schneit es.", title="Notiz", noindex=True),
        ),
        people__wladimir_putin={
            "description": "Präsident Russlands",
            "same_as": ("https://www.wikidata.org/wiki/Q7747", "https://d-nb.info/gnd/122188926"),
        },
        places__russland={"name": "Russland"},
    )
