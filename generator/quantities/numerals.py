"""Numbers, in digits and words, without what they measure.

A numeral is read at a token and says where it ends. Words of one group below a thousand are a language's own affair
(`Tongue.group`); scales, fractions, halves, dozens and signs are the same grammar for all.
"""

from dataclasses import dataclass
from decimal import Decimal

from generator.quantities.parts import GLYPHS, divide, slash_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens, digits

_OF_PARTS = frozenset("der des aller davon seiner ihrer dieser".split())
_NO_PART = frozenset("ersten zweiten dritten letzten oberen unteren mittleren im dem das das ins".split())
_METRES = frozenset(
    "above below across apart behind along lange langen breit hohe hohen hoher tiefe tiefen sprint hurdles freestyle butterfly medley".split()
)
_MINUS = frozenset("-−–")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from the text."""

    value: Decimal
    start: int
    """First token."""
    stop: int
    """Token after the last."""
    form: str = "digits"
    """`digits`, `words`, `fraction`, `vague`, or `article` for a mere "ein" that counts only before a unit or a scale."""
    scale: Decimal = Decimal(1)
    """The scale that was named, which a range lends to its other end."""


def numeral_at(t: Tokens, i: int, tongue: Tongue) -> Numeral | None:
    """Read the longest number that begins with token `i`."""
    sign = 1
    first = i
    if t.word[i] in _MINUS or t.low[i] in tongue.minus:
        if not _is_sign(t, i, tongue):
            return None
        sign, i = -1, i + 1
    found = _base(t, i, tongue)
    if found is None or (sign < 0 and found.form in ("article", "vague")):
        return None
    if found.form != "vague":
        found = _scaled(t, found, tongue)
    return Numeral(sign * found.value, first, found.stop, found.form, found.scale)


def _is_sign(t: Tokens, i: int, tongue: Tongue) -> bool:
    """Tell a minus sign from a dash: it stands before a number, after a space, and close to the number or at the start."""
    if t.low[i] in tongue.minus:
        return True
    if not t.word[i + 1][:1].isdecimal() or t.glued(i):
        return False
    return (t.glued(i + 1) and not t.word[i - 1][-1:].isdecimal()) or i == 0


def _base(t: Tokens, i: int, tongue: Tongue) -> Numeral | None:
    """Read a number without sign and scale."""
    word, low = t.word[i], t.low[i]
    if word[:1].isdecimal() or (len(word) > 1 and word[0] in ".,"):
        return _in_digits(t, i, tongue)
    if word in GLYPHS:
        return Numeral(divide(*GLYPHS[word]), i, i + 1, "fraction")
    if low in tongue.fused:
        return Numeral(tongue.fused[low], i, i + 1, "words")
    if low in tongue.articles:
        return _after_article(t, i, tongue)
    if low in tongue.halves:
        return _half(t, i, i, tongue)
    if (group := tongue.group(t, i)) is not None:
        return _in_words(t, i, *group, tongue)
    if (
        tongue.lang == "de"
        and low in tongue.denominators
        and (t.low[i + 1] in _OF_PARTS or not t.word[i + 1] or (t.word[i + 1][0].islower() and word[0].islower()))
        and t.low[i - 1] not in _NO_PART
    ):
        return Numeral(divide(1, tongue.denominators[low]), i, i + 1, "fraction")
    if low in tongue.vague:
        return _vague(t, i, tongue)
    return None


def _vague(t: Tokens, i: int, tongue: Tongue) -> Numeral | None:
    """Read "Hunderte", "hundreds of thousands", "Hunderte Millionen"."""
    if t.low[i] == "couple" and t.low[i + 1] != "of":
        return None
    value, stop = tongue.vague[t.low[i]], i + 1
    j = stop + (t.low[stop] == "of")
    scale = tongue.scales.get(t.low[j]) or (tongue.vague.get(t.low[j]) if tongue.lang == "en" else None)
    if scale is not None and len(t.low[j]) > 4 and scale > 100 and scale >= value:
        value, stop = value * scale, j + 1
    return Numeral(value, i, stop, "vague")


def _in_digits(t: Tokens, i: int, tongue: Tongue) -> Numeral | None:
    """Read digits: `1.000`, `3,5`, `3.5`, `1/2`, `10 1/2`, `5 ½`, `5 und eine halbe`, `1 Komma 1`."""
    text = digits(t.word[i], tongue.lang)
    if not text.isascii():
        return None
    value, stop = Decimal(text), i + 1
    if tongue.lang == "de" and t.word[stop] == "." and t.glued(stop) and t.glued(stop + 1) and t.word[i].isdecimal():
        after = t.word[stop + 1]
        if (
            after.isdecimal()
            and len(after) <= 2
            and not (t.word[stop + 2] == "." and t.word[stop + 3].isdecimal() and t.glued(stop + 3))
        ):
            return Numeral(Decimal(f"{t.word[i]}.{after}"), i, stop + 2)
    if (part := slash_at(t, i)) is not None:
        return Numeral(part, i, i + 3, "fraction")
    if (part := slash_at(t, stop)) is not None and part < 1 and not t.glued(stop):
        return Numeral(value + part, i, stop + 3, "fraction")
    if t.word[stop] in GLYPHS:
        return Numeral(value + divide(*GLYPHS[t.word[stop]]), i, stop + 1, "fraction")
    return _with_half(t, _with_point(t, Numeral(value, i, stop), tongue), tongue)


def _in_words(t: Tokens, i: int, value: int, stop: int, tongue: Tongue) -> Numeral:
    """Continue a number word with a fraction, a decimal part or a half."""
    below = tongue.denominators.get(t.low[stop])
    if below is not None and stop == i + 1 and value < 20 and (below > 2 or value > 1):
        return Numeral(divide(value, below), i, stop + 1, "fraction")
    if (
        t.word[stop] == "-"
        and t.glued(stop)
        and t.glued(stop + 1)
        and (below := tongue.denominators.get(t.low[stop + 1])) is not None
        and value < 20
    ):
        return Numeral(divide(value, below), i, stop + 2, "fraction")
    if t.low[stop] in tongue.halves and value > 1 and value < 20:
        return Numeral(divide(value, 2), i, stop + 1, "fraction")
    return _with_half(t, _with_point(t, Numeral(Decimal(value), i, stop, "words"), tongue), tongue)


def _with_point(t: Tokens, found: Numeral, tongue: Tongue) -> Numeral:
    """Continue with "Komma drei"."""
    if t.low[found.stop] not in tongue.point:
        return found
    text, i = "", found.stop + 1
    if t.word[i].isdecimal():
        text, i = t.word[i], i + 1
    else:
        while (group := tongue.group(t, i)) is not None:
            text, i = text + str(group[0]), group[1]
    if not text:
        return found
    return Numeral(Decimal(f"{found.value}.{text}"), found.start, i, found.form)


def _with_half(t: Tokens, found: Numeral, tongue: Tongue) -> Numeral:
    """Continue with "und eine halbe", "and a half", "und drei Viertel", "and two thirds"."""
    i = found.stop
    if t.low[i] not in tongue.joiner:
        return found
    if t.low[i + 1] in tongue.articles and t.low[i + 2] in tongue.halves:
        return Numeral(found.value + Decimal("0.5"), found.start, i + 3, found.form)
    if (group := tongue.group(t, i + 1)) is not None:
        below = tongue.denominators.get(t.low[group[1]], 0)
        if below > 1 and group[0] < below:
            return Numeral(found.value + divide(group[0], below), found.start, group[1] + 1, found.form)
    return found


def _half(t: Tokens, start: int, i: int, tongue: Tongue) -> Numeral | None:
    """Read "halbe Million", "ein halbes Dutzend", "half a million"; "halb" alone is none."""
    stop = i + 1
    if t.low[stop] in tongue.articles and tongue.lang == "en":
        stop += 1
    if t.word[stop] == "-" and t.glued(stop) and t.glued(stop + 1):
        stop += 1
    low = t.low[stop]
    if low in tongue.collectives:
        return Numeral(tongue.collectives[low] / 2, start, stop + 1, "words")
    if low in tongue.scales:
        return Numeral(Decimal("0.5") * tongue.scales[low], start, stop + 1, "words", tongue.scales[low])
    return Numeral(Decimal("0.5"), start, stop, "half" if start == i or tongue.lang == "en" else "article half")


def _after_article(t: Tokens, i: int, tongue: Tongue) -> Numeral | None:
    """Read what makes an indefinite article a number: a half, a part, a dozen, a scale; else it is only an article."""
    low = t.low[i + 1]
    if low in tongue.halves:
        return _half(t, i, i + 1, tongue)
    if low in tongue.collectives:
        return Numeral(tongue.collectives[low], i, i + 2, "words")
    if low in tongue.fused:
        return Numeral(tongue.fused[low], i, i + 2, "words")
    if low in tongue.denominators and (
        tongue.lang == "de" or t.low[i + 2] in ("of", "the", "") or not t.word[i + 2][0].isalpha()
    ):
        return Numeral(divide(1, tongue.denominators[low]), i, i + 2, "fraction")
    if low in tongue.scales and len(low) > 3:
        return _remainder(
            t, Numeral(tongue.scales[low], i, i + 2, "words", tongue.scales[low]), tongue.scales[low], tongue
        )
    return Numeral(Decimal(1), i, i + 1, "article")


def _scaled(t: Tokens, found: Numeral, tongue: Tongue) -> Numeral:
    """Continue with scales, collectives and the smaller rest: "zwei Millionen dreihundert", "fünf Dutzend"."""
    low = t.low[found.stop]
    if (
        low == "-"
        and t.glued(found.stop)
        and t.glued(found.stop + 1)
        and t.low[found.stop + 1] in tongue.scales
        and len(t.word[found.stop + 1]) > 2
    ):
        scale, stop = tongue.scales[t.low[found.stop + 1]], found.stop + 2
    elif (
        low == "of"
        and found.form == "fraction"
        and t.low[found.stop + 1] in tongue.articles
        and t.low[found.stop + 2] in tongue.scales
    ):
        scale = tongue.scales[t.low[found.stop + 2]]
        return Numeral(found.value * scale, found.start, found.stop + 3, "words", scale)
    elif low in tongue.collectives:
        return Numeral(found.value * tongue.collectives[low], found.start, found.stop + 1, "words")
    elif low in tongue.scales and _is_scale(t, found.stop, found):
        scale, stop = tongue.scales[low], found.stop + 1
        if t.word[stop] == "." and t.glued(stop) and len(low) <= 4 and low not in ("k", "m", "bn"):
            stop += 1
    else:
        return found
    done = Numeral(
        found.value * scale, found.start, stop, "words" if found.form in ("article", "words") else found.form, scale
    )
    return _remainder(t, done, scale, tongue)


def _is_scale(t: Tokens, i: int, found: Numeral) -> bool:
    """Accept one-letter scales only where they can be nothing else (`100K`, `1,2M`)."""
    word = t.word[i]
    if found.form in ("article", "half") and len(word) < 5:
        return False
    if len(word) > 1 or not word.isalpha():
        return True
    if word == "m":
        after = t.low[i + 1]
        money = t.word[found.start - 1] in ("$", "€", "£") and found.start > 0
        return t.glued(i) and (
            money or (len(after) > 4 and after[0].isalpha() and after not in _METRES and not t.glued(i + 1))
        )
    if word == "b":
        return t.glued(i) and t.word[found.start - 1] in ("$", "€", "£") and found.start > 0
    return (
        t.glued(i)
        and not (t.glued(i + 1) and t.word[i + 1].isalnum())
        and word in ("K", "M", "k")
        and found.value not in (4, 8)
    )


def _remainder(t: Tokens, done: Numeral, scale: Decimal, tongue: Tongue) -> Numeral:
    """Add what follows a scale and is smaller than it; a second scale may multiply ("hundert Tausend Millionen" aside)."""
    i = done.stop
    low = t.low[i]
    if low in tongue.scales and len(low) > 3 and tongue.scales[low] > scale:
        grown = Numeral(done.value * tongue.scales[low], done.start, i + 1, done.form, tongue.scales[low])
        return _remainder(t, grown, tongue.scales[low], tongue)
    if low in tongue.joiner:
        j = i + 1 + (t.low[i + 1] in tongue.articles)
        if t.low[j] in tongue.halves and not t.word[j + 1][:1].isupper() and tongue.lang == "en":
            return Numeral(done.value + scale / 2, done.start, j + 1, done.form, scale)
        if scale < 1000 and tongue.lang != "en":
            return done
        i += 1
    if (t.word[i][:1].isdecimal() and (done.form == "digits" or i != done.stop)) or not t.word[i]:
        return done
    group = tongue.group(t, i)
    if group is None:
        return done
    value, stop = Decimal(group[0]), group[1]
    low = t.low[stop]
    if low in tongue.scales and len(low) > 3 and tongue.scales[low] < scale:
        inner = tongue.scales[low]
        rest = _remainder(t, Numeral(value * inner, i, stop + 1, "words"), inner, tongue)
        value, stop = rest.value, rest.stop
    elif low in tongue.scales and len(low) > 3:
        return done
    if value >= scale or value == 0 or (i != done.stop and low in tongue.denominators):
        return done
    return Numeral(done.value + value, done.start, stop, done.form, scale)
