"""Articles for tests of the resolver, written with their names marked: `{P:Wladimir Putin} kam nach {L:Kiew}.`"""

import datetime as dt
import re

from generator.model import Annotated, Block, Corpus, Document, Label, Mention, Metadata, Span

_LABELS: dict[str, Label] = {"P": "PERSON", "L": "PLACE", "O": "ORGANISATION", "D": "DEMONYM"}
_MARKED = re.compile(r"\{([PLOD])(\?)?:([^}>]+)(?:>([^}]+))?\}")


def annotated(marked: str, slug: str = "a", date: dt.date | None = None, language: str = "de") -> Annotated:
    """Return an article of one paragraph; `{P?:Name}` is an uncertain mention, `{D:russische>Russland}` a demonym."""
    text, mentions, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        mentions.append(
            Mention(
                start=len(text),
                end=len(text) + len(match[3]),
                text=match[3],
                label=_LABELS[match[1]],
                layer="model",
                certain=not match[2],
                target=match[4] or "",
            )
        )
        text, end = text + match[3], match.end()
    text += marked[end:]
    sentences, start = [], 0
    for stop in re.finditer(r"[.!?](?:\s+(?=[A-ZÄÖÜ])|$)", text):
        sentences.append(Span(start, stop.start() + 1))
        start = stop.end()
    if start < len(text):
        sentences.append(Span(start, len(text)))
    document = Document(
        slug=slug,
        path=f"{slug}.txt",
        text=text,
        metadata=Metadata(title=slug, date=date, language=language),
        blocks=(Block(0, len(text), "paragraph"),),
        marks=(),
        sentences=tuple(sentences),
    )
    return Annotated(document=document, mentions=tuple(mentions), figures=(), dates=())


def several(marked: str) -> tuple[Annotated, ...]:
    """Return the articles of a text with `---` between them: `a1`, `a2` …, each a day older than the one before."""
    return tuple(
        annotated(part.strip(), f"a{number}", dt.date(2023, 1, 31) - dt.timedelta(days=number))
        for number, part in enumerate(marked.split("\n---\n"), 1)
    )


def told(corpus: Corpus) -> str:
    """Return one line an entity: its id, the words of its mentions in corpus order, `~` before demonyms, `?` and candidates."""
    lines = []
    for entity in corpus.entities:
        words = [corpus.articles[at.article].mentions[at.mention].mention.text for at in entity.loci]
        weak = ["~" + corpus.articles[at.article].mentions[at.mention].mention.text for at in entity.weak]
        line = f"{entity.id}: {', '.join(dict.fromkeys((*words, *weak)))}"
        lines.append(" ".join((line, "?", *entity.candidates)) if entity.open else line)
    return "\n".join(lines)
