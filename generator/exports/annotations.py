"""Mentions, figures and dates as W3C Web Annotations: one AnnotationPage an article, and the plain text they point into.

The target is the article as plain text, because there offsets are what the standard says they are: code points from the
beginning of the resource (Web Annotation Data Model, 4.2.5). The page it is read on is the target's scope, and an
annotation's id is its place on that page, so following the id shows it.
"""

from collections.abc import Iterator
from json.encoder import encode_basestring as quoted

from generator.config import Settings
from generator.exports.tables import plain
from generator.linkeddata import address, article_path
from generator.model import Article, Corpus, Quantity, Twin
from generator.urls import relative_link

CONTEXT = 32
"""Code points of text before and after a quote."""


def annotation_pages(corpus: Corpus, settings: Settings) -> Iterator[Twin]:
    """Return `data/annotations/<slug>.jsonld` for each article: its mentions, then its figures, then its dates."""
    for article in corpus.articles:
        yield Twin(_path(article), (article, settings), _page)


def article_texts(corpus: Corpus, _settings: Settings) -> Iterator[Twin]:
    """Return `data/articles/<slug>.txt` for each article: its text and nothing else, in UTF-8."""
    for article in corpus.articles:
        yield Twin(_text_path(article), article.document.text, str)


def _path(article: Article) -> str:
    return f"data/annotations/{article.document.slug}.jsonld"


def _text_path(article: Article) -> str:
    return f"data/articles/{article.document.slug}.txt"


def _page(parts: tuple[Article, Settings]) -> str:
    article, settings = parts
    path = _path(article)

    # Written by hand and not by `json.dumps` of dictionaries: there are tens of thousands, and this is five times as fast.
    def link(target: str) -> str:
        return quoted(address(settings, target) if settings.base_url else relative_link(path, target))

    page, text = article_path(article), article.document.text
    scope, source = link(page), link(_text_path(article))

    def annotation(anchor: str, start: int, end: int, motivation: str, body: str) -> str:
        return (
            f'{{"id":{scope[:-1]}#{anchor}","type":"Annotation","motivation":"{motivation}","body":{body},'
            f'"target":{{"source":{source},"scope":{scope},"selector":['
            f'{{"type":"TextQuoteSelector","exact":{quoted(text[start:end])},'
            f'"prefix":{quoted(text[max(0, start - CONTEXT) : start])},"suffix":{quoted(text[end : end + CONTEXT])}}},'
            f'{{"type":"TextPositionSelector","start":{start},"end":{end}}}]}}}}'
        )

    entities = {id_: link(f"{id_}.html") for id_ in dict.fromkeys(linked.entity for linked in article.mentions)}
    items = [
        annotation(
            linked.anchor,
            linked.mention.start,
            linked.mention.end,
            "identifying",
            f'[{{"type":"SpecificResource","purpose":"identifying","source":{entities[linked.entity]}}},'
            f"{_tag(linked.mention.label)},{_maker(linked.mention.layer)}]",
        )
        for linked in article.mentions
    ]
    for letter, quantities in (("f", article.figures), ("d", article.dates)):
        items += (
            annotation(f"{letter}-{number}", q.start, q.end, "describing", f"[{_value(q)},{_tag(q.kind)}]")
            for number, q in enumerate(quantities, 1)
        )
    lines = ",\n".join(items)
    return (
        f'{{"@context":"http://www.w3.org/ns/anno.jsonld","id":{link(path)},"type":"AnnotationPage",'
        f'"generator":{{"type":"Software","name":"Fundstelle"}},"items":[\n{lines}\n]}}\n'
    )


def _tag(value: str) -> str:
    return f'{{"type":"TextualBody","purpose":"classifying","value":{quoted(value)}}}'


def _maker(layer: str) -> str:
    return f'{{"type":"TextualBody","purpose":"commenting","value":"found by {layer}"}}'


def _value(quantity: Quantity) -> str:
    """Return the value in words a program can read: `3500000000 EUR`, `10/15 C`, `85 (Rakete)`."""
    value = plain(quantity.value) or f"{plain(quantity.low)}/{plain(quantity.high)}"
    counted = quantity.heading or quantity.counted
    words = " ".join(filter(None, (value, quantity.unit or "", f"({counted})" if counted else "")))
    return f'{{"type":"TextualBody","purpose":"describing","value":{quoted(words)}}}'
