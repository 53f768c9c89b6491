"""Spans to HTML, in one place: the only room that writes markup by hand.

Its property: tags removed and unescaped, what `highlight` returns equals the text. Templates use no `|safe`, so whatever is
`Markup` was made here.

Where spans cross, formatting is cut and names are not: `**President Vladimir** Putin` becomes two pieces of bold type around
one link. A link never stands in a link: a name that fills an author's link takes its place, inside a longer one it stays
marked and keeps its address but is no link, and a figure or date gives way to any author's link.
"""

import html
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from markupsafe import Markup, escape

from generator.model import Article, Linked, Mark, Quantity, Span

__all__ = [
    "NOTHING",
    "Markup",
    "Piece",
    "article_pieces",
    "data_block",
    "date_piece",
    "escape",
    "figure_piece",
    "highlight",
    "mark_piece",
    "mention_piece",
    "text_fragment",
]

NOTHING = Markup()
"""Empty markup."""

_NAME, _LINK, _VALUE, _FORM = range(4)
"""Which of two pieces over the same stretch stands outside."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An element around a stretch of the text."""

    start: int
    end: int
    tag: str
    attributes: str = ""
    """Safe HTML that begins with a blank, or empty."""
    href: str = ""
    """Safe HTML: where the piece links to; on elements other than `a` the link stands inside."""
    anchor: str = ""
    """Id of the element; the second part of a piece that had to be cut has none."""
    rank: int = _FORM


def mention_piece(linked: Linked, href: str, more: str = "") -> Piece:
    """Return a mention as a link to its entity, with further class names."""
    mention = linked.mention
    classes = f"m {mention.label.lower()}{'' if mention.certain else ' uncertain'}{more}"
    return Piece(mention.start, mention.end, "a", f' class="{classes}"', html.escape(href), linked.anchor, _NAME)


def figure_piece(figure: Quantity, anchor: str, href: str) -> Piece:
    """Return a figure as `<data>` with its machine-readable value, `low/high` for a range."""
    unit = f' data-unit="{html.escape(figure.unit)}"' if figure.unit else ""
    attributes = f' class="figure" value="{html.escape(machine_value(figure))}"{unit}'
    return Piece(figure.start, figure.end, "data", attributes, html.escape(href), anchor, _VALUE)


def date_piece(date: Quantity, anchor: str, href: str) -> Piece:
    """Return a date as `<time>`, or as `<data>` where HTML has no way to write its value."""
    value = machine_value(date)
    tag, name = ("time", "datetime") if _DATETIME.fullmatch(value) else ("data", "value")
    return Piece(
        date.start, date.end, tag, f' class="date" {name}="{html.escape(value)}"', html.escape(href), anchor, _VALUE
    )


def mark_piece(mark: Mark) -> Piece:
    """Return formatting as an element."""
    if mark.kind == "link":
        return Piece(mark.start, mark.end, "a", "", html.escape(mark.href), rank=_LINK)
    tag = {"strong": "strong", "emphasis": "em", "code": "code"}[mark.kind]
    return Piece(mark.start, mark.end, tag)


def article_pieces(
    article: Article,
    entity_link: Callable[[str], str],
    figure_link: Callable[[int], str],
    date_link: Callable[[int], str],
    more: Callable[[Linked], str] = lambda _linked: "",
) -> tuple[Piece, ...]:
    """Return every piece of an article, sorted by start.

    Links are asked for by entity id and by number from 1; an empty answer leaves the piece without link. `more` gives a
    mention further class names, beginning with a blank.
    """
    pieces = [mention_piece(linked, entity_link(linked.entity), more(linked)) for linked in article.mentions]
    pieces += [figure_piece(figure, f"f-{n}", figure_link(n)) for n, figure in enumerate(article.figures, 1)]
    pieces += [date_piece(date, f"d-{n}", date_link(n)) for n, date in enumerate(article.dates, 1)]
    pieces += [mark_piece(mark) for mark in article.document.marks]
    return tuple(sorted(pieces, key=_ORDER))


def highlight(text: str, start: int, end: int, pieces: Iterable[Piece]) -> Markup:
    """Return the stretch `start` to `end` of a text with the pieces that touch it as elements.

    Pieces that reach over an edge are cut there. Tags removed and unescaped, the result equals `text[start:end]`.
    """
    inside = [_clip(piece, start, end) for piece in pieces if piece.start < end and start < piece.end]
    if not inside:
        return Markup(html.escape(text[start:end], quote=False))  # noqa: S704 - made safe in this very line
    written: list[str] = []
    position = start
    open_: list[Piece] = []
    for piece in _nested(inside):
        while open_ and open_[-1].end <= piece.start:
            position = _write(written, text, position, open_[-1].end)
            written.append(_closing(open_.pop()))
        position = _write(written, text, position, piece.start)
        open_.append(piece)
        written.append(_opening(piece))
    for piece in reversed(open_):
        position = _write(written, text, position, piece.end)
        written.append(_closing(piece))
    _write(written, text, position, end)
    return Markup("".join(written))  # noqa: S704 - every part was escaped when it was made


def machine_value(quantity: Quantity) -> str:
    """Return the value of a figure or date for machines; a range as `low/high`, an open end as `..` (ISO 8601-2)."""
    if quantity.value is not None:
        return _plain(quantity.value)
    if quantity.low is None and quantity.high is None:
        return ""
    return "/".join(".." if side is None else _plain(side) for side in (quantity.low, quantity.high))


def text_fragment(passage: str) -> str:
    """Return the fragment that makes a browser jump to a passage of another page; empty for no words.

    Long passages are named by their first and last words (W3C Scroll to Text Fragment).
    """
    words = passage.split()
    if not words:
        return ""
    ends = (" ".join(words),) if len(words) <= 8 else (" ".join(words[:4]), " ".join(words[-4:]))
    return "#:~:text=" + ",".join(_FRAGMENT.sub(_percent, side) for side in ends)


def data_block(text: str) -> Markup:
    r"""Return JSON so written that it can stand in a script element: no `<` can end it early.

    The text must be JSON, where these characters occur in strings only.

    >>> data_block('{"a": "</script>"}')
    Markup('{"a": "\\u003c/script\\u003e"}')
    """
    for character, escaped in _UNSAFE:
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - made safe in the lines above


_UNSAFE = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_ORDER = attrgetter("start")
_FRAGMENT = re.compile(r"[^\w.~!*()]")
_DATETIME = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?|\d{4}-W\d\d|(--)?\d\d-\d\d|\d\d:\d\d(:\d\d)?|P(?=\d|T\d)(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?"
)
"""What the `datetime` attribute may hold (HTML Standard, 4.5.14), as far as articles have it."""


def _plain(value: object) -> str:
    return value if isinstance(value, str) else f"{value:f}"


def _percent(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character[0].encode())


def _clip(piece: Piece, start: int, end: int) -> Piece:
    if piece.start >= start and piece.end <= end:
        return piece
    return replace(piece, start=max(start, piece.start), end=min(end, piece.end))


def _nested(pieces: list[Piece]) -> list[Piece]:
    """Return pieces that nest or are disjoint, outer before inner, with links nowhere inside links."""
    marks = [piece for piece in pieces if piece.rank in (_LINK, _FORM)]
    if not marks:
        # The ordinary case: names, figures and dates are disjoint among themselves.
        ordered = sorted(pieces, key=_nesting)
        if all(a.end <= b.start for a, b in itertools.pairwise(ordered)):
            return ordered
    names = [Span(piece.start, piece.end) for piece in pieces if piece.rank in (_NAME, _VALUE)]
    waiting = sorted((part for piece in pieces for part in _cut_mark(piece, names)), key=_nesting, reverse=True)
    open_: list[Piece] = []
    nested: list[Piece] = []
    while waiting:
        piece = waiting.pop()
        open_ = [outer for outer in open_ if outer.end > piece.start]
        if open_ and open_[-1].end < piece.end:
            edge = open_[-1].end
            waiting.append(replace(piece, start=edge, anchor=""))
            waiting.sort(key=_nesting, reverse=True)
            piece = replace(piece, end=edge)
        if piece.href and _gives_way(piece, open_, marks):
            if piece.rank == _LINK:
                continue
            if piece.rank == _NAME:
                # Scripts that follow a name from mention to mention still need to know which one this is.
                piece = replace(piece, tag="span", attributes=f'{piece.attributes} data-href="{piece.href}"')
            piece = replace(piece, href="")
        open_.append(piece)
        nested.append(piece)
    return nested


def _gives_way(piece: Piece, outer: Sequence[Piece], marks: Sequence[Piece]) -> bool:
    """Return whether a piece may not be a link where it stands."""
    if any(other.href for other in outer):
        return True
    return piece.rank == _VALUE and any(m.rank == _LINK and m.start < piece.end and piece.start < m.end for m in marks)


def _cut_mark(piece: Piece, names: Sequence[Span]) -> list[Piece]:
    """Return formatting in parts, cut at the edge of every name it would otherwise cut in two."""
    if piece.rank not in (_LINK, _FORM):
        return [piece]
    edges = [piece.start]
    for name in names:
        if name.start < piece.start < name.end < piece.end:
            edges.append(name.end)
        elif piece.start < name.start < piece.end < name.end:
            edges.append(name.start)
    edges = [*sorted(set(edges)), piece.end]
    return [replace(piece, start=a, end=b) for a, b in itertools.pairwise(edges)]


def _nesting(piece: Piece) -> tuple[int, int, int]:
    return piece.start, -piece.end, piece.rank


def _write(written: list[str], text: str, start: int, end: int) -> int:
    """Append the plain text between two places and return where it ends."""
    if start < end:
        written.append(html.escape(text[start:end], quote=False))
        return end
    return start


def _opening(piece: Piece) -> str:
    anchor = f' id="{piece.anchor}"' if piece.anchor else ""
    if piece.tag == "a":
        return f'<a{piece.attributes}{anchor} href="{piece.href}">'
    return f"<{piece.tag}{piece.attributes}{anchor}>" + (f'<a href="{piece.href}">' if piece.href else "")


def _closing(piece: Piece) -> str:
    return f"</a></{piece.tag}>" if piece.href and piece.tag != "a" else f"</{piece.tag}>"
