"""The drawing of a picture, by Pillow: words in one font, lines as they stand under names in the text, the strip."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
"""Pixels, as OpenGraph's readers want them."""
LABELS = ("PERSON", "PLACE", "ORGANISATION")
"""In the order of the strip's rows."""
STEPS = 208
"""Steps of the strip at the foot."""
_MARGIN = 80
_FONTS = "font_source_serif_pro"
_LEVELS = 16
"""Shades from paper to ink: letters have soft edges."""
_PAPER = (0xFD, 0xFC, 0xF9)
_INKS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "ink": (0x1C, 0x1B, 0x19),
        "muted": (0x62, 0x5D, 0x54),
        "rule": (0xDD, 0xD8, 0xCC),
        "PERSON": (0x8A, 0x34, 0x12),
        "PLACE": (0x17, 0x60, 0x4A),
        "ORGANISATION": (0x5A, 0x3D, 0x8F),
    }
)
"""The light colours of `theme.css`, by what they are for."""
_DASHES: Mapping[str, tuple[int, int]] = MappingProxyType({"PERSON": (1, 0), "PLACE": (4, 5), "ORGANISATION": (13, 7)})
"""Pixels drawn and left out of the line under a name, as in the text: solid, dotted, dashed."""
_TITLE_SIZES = ((92, 1), (76, 2), (64, 3), (54, 4), (46, 4))
"""Sizes of a title's letters in pixels with the lines it may take, the first that fits is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What stands on a picture."""

    site: str
    """Small, above all; empty on the site's own."""
    kicker: str
    """Publisher and date; may be empty."""
    title: str
    lead: str = ""
    """In one or two lines below the title; on the site's own picture only."""
    names: tuple[tuple[str, str], ...]
    """Label and name of what is named most."""
    strip: tuple[tuple[int, ...], ...]
    """For each label, in the order of the strip's rows, the steps where something is named, ascending."""


def cards_installed() -> bool:
    """Tell whether pictures can be drawn here (`pip install fundstelle[cards]`)."""
    return find_spec("PIL") is not None and find_spec(_FONTS) is not None


def cards_version() -> str:
    """Return what decides how letters look, beside our own code; empty when nothing can be drawn."""
    if not cards_installed():
        return ""
    from PIL import features  # noqa: PLC0415 - an optional extra; see cards_installed

    return f"{version('pillow')} {features.version('freetype2')} {features.version('zlib')} {version(_FONTS.replace('_', '-'))}"


def draw(parts: tuple[Face, str]) -> bytes:
    """Return a picture as PNG, in few colours."""
    from PIL import Image  # noqa: PLC0415 - an optional extra; see cards_installed

    face, _ = parts
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette(_palette())
    right = WIDTH - _MARGIN
    if face.site:
        _write(image, (_MARGIN, 62), face.site, _font(30, "Semibold"), "ink", width=right - _MARGIN)
        _fill(image, (_MARGIN, 114, right, 115), "rule")
    top = 146 if face.site else 120
    if face.kicker:
        _write(image, (_MARGIN, top), face.kicker, _font(27, "Regular"), "muted", width=right - _MARGIN)
    lines, size = _title_lines(face.title)
    top += 48 if face.kicker else 10
    for line in lines:
        _write(image, (_MARGIN, top), line, _font(size, "Bold"), "ink", width=right - _MARGIN)
        top += round(size * 1.16)
    for line in _wrap(face.lead, _font(32, "Regular"), right - _MARGIN, 3) or []:
        _write(image, (_MARGIN, top + 14), line, _font(32, "Regular"), "muted")
        top += 42
    _write_names(image, face.names)
    for row, steps in enumerate(face.strip):
        upper = 546 + row * 16
        _fill(image, (_MARGIN, upper + 5, right - 1, upper + 5), "rule")
        for step in steps:
            _fill(image, (_MARGIN + step * 5, upper, _MARGIN + step * 5 + 3, upper + 10), LABELS[row])
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _write_names(image: "Image", names: Sequence[tuple[str, str]]) -> None:
    """Write names in a row, each above the line of its kind; what finds no room is left out."""
    left, font = _MARGIN, _font(30, "Semibold")
    for label, name in names:
        wide = round(font.getlength(name))
        if left + wide > WIDTH - _MARGIN:
            continue
        _write(image, (left, 470), name, font, "ink")
        drawn, out = _DASHES[label]
        for start in range(left, left + wide, drawn + out):
            _fill(image, (start, 511, min(start + drawn, left + wide) - 1, 514), label)
        left += wide + 44


def _title_lines(title: str) -> tuple[list[str], int]:
    """Return a title in lines with the size of its letters: as large as fits, at last cut with an ellipsis."""
    for size, most in _TITLE_SIZES:
        if lines := _wrap(title, _font(size, "Bold"), WIDTH - 2 * _MARGIN, most):
            return lines, size
    size, most = _TITLE_SIZES[-1]
    words = title.split()
    while words:
        words.pop()
        if lines := _wrap(f"{' '.join(words).rstrip(',;:–-')} …", _font(size, "Bold"), WIDTH - 2 * _MARGIN, most):
            return lines, size
    return [title], size


def _wrap(text: str, font: "FreeTypeFont", width: int, most: int) -> list[str] | None:
    """Return a text in at most so many lines; None where it does not fit. No line is needlessly shorter than the others."""
    words = [(word, font.getlength(f"{word} ")) for word in text.split()]
    lines = _greedy(words, width)
    if len(lines) > most or any(wide > width for _, wide in words):
        return None
    least = max((wide for _, wide in words), default=0.0)
    while width - 24 > least and len(narrower := _greedy(words, width - 24)) == len(lines):
        lines, width = narrower, width - 24
    return lines


def _greedy(words: Sequence[tuple[str, float]], width: float) -> list[str]:
    """Return words, given with their widths, in lines as full as can be."""
    lines: list[list[str]] = []
    used = width
    for word, wide in words:
        if used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += wide
    return [" ".join(line) for line in lines]


def _write(image: "Image", at: tuple[int, int], text: str, font: "FreeTypeFont", ink: str, *, width: int = 0) -> None:
    """Write one line, its letters' edges in the ink's shades; cut where it is wider than it may be."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an optional extra; see cards_installed

    while width and font.getlength(text) > width:
        text = f"{text.rstrip('…')[:-1].rstrip()}…"
    # Some letters reach beyond the width they are said to have.
    mask = Image.new("L", (min(round(font.getbbox(text)[2]) + 4, WIDTH - at[0]), round(font.size * 1.4)), 0)
    ImageDraw.Draw(mask).text((0, 0), text, fill=255, font=font)
    shades, edge = _shades(ink)
    image.paste(mask.point(shades), at, mask.point(edge))


def _fill(image: "Image", box: tuple[int, int, int, int], ink: str) -> None:
    """Fill a rectangle, its last row and column included."""
    left, upper, right, lower = box
    image.paste(_shades(ink)[0][-1], (left, upper, right + 1, lower + 1))


@lru_cache
def _shades(ink: str) -> tuple[list[int], list[int]]:
    """Return for each degree 0..255 to which a letter covers a pixel the colour's number, and whether it is drawn at all."""
    first, levels = list(_INKS).index(ink) * _LEVELS, [value * (_LEVELS + 1) // 256 for value in range(256)]
    return [first + level for level in levels], [255 * (level > 0) for level in levels]


@lru_cache
def _palette() -> tuple[int, ...]:
    """Return red, green and blue of every colour: paper, then each ink from pale to full."""
    colours: list[tuple[int, ...]] = [_PAPER]
    for ink in _INKS.values():
        shades = range(1, _LEVELS + 1)
        colours += [tuple(round(p + (i - p) * n / _LEVELS) for p, i in zip(_PAPER, ink, strict=True)) for n in shades]
    return tuple(part for colour in colours for part in colour)


@lru_cache
def _font(size: int, weight: str) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - an optional extra; see cards_installed

    spec = find_spec(_FONTS)
    folder = Path(next(iter((spec and spec.submodule_search_locations) or ())))
    path = folder / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def writable(text: str) -> bool:
    """Return whether the font has every letter of a text."""
    return all(map(_has_letter, text))


@lru_cache(maxsize=10_000)
def _has_letter(letter: str) -> bool:
    font = _font(20, "Bold")
    return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
