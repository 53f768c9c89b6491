"""Parts of a whole in digits and signs: `½`, `3/4`."""

from decimal import Decimal

from generator.quantities.tokens import Tokens

GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
"""Above and below the line, by sign."""

_USUAL = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 50, 64, 100, 200, 500, 1000, 10000])
"""Denominators: 9/11 is a date."""


def divide(above: Decimal | int, below: int) -> Decimal:
    """Divide to fifteen places, so that two thirds stay readable."""
    return +(Decimal(above) / below).quantize(Decimal("1e-15")).normalize()


def slash_at(t: Tokens, i: int) -> Decimal | None:
    """Read `3/4` at a token; 24/7 and 131/136 are no fractions."""
    above, below = t.word[i], t.word[i + 2]
    if t.word[i + 1] in ("/", "⁄") and above.isdecimal() and below.isdecimal() and t.glued(i + 1) and t.glued(i + 2):
        if 0 < int(above) < int(below) and t.word[i + 3] != "/" and int(below) in _USUAL and below[0] != "0":
            return divide(int(above), int(below))
        if int(below) in (2, 3, 4) and int(above) < 10:
            return divide(int(above), int(below))
    return None
