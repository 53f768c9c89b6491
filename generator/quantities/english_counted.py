"""What an English figure counts: the first plural behind it, found by what is no noun, or before it."""

from generator.quantities.amounts import Amount
from generator.quantities.numerals import numeral_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_STOPS = frozenset(
    "worth off a an the and or but nor of in on at by to for from with without into onto over under after before since until till during while as than that which who whom whose when where why how if because so "
    "is are was were be been being has have had do does did will would can could shall should may might must not no it its he she they them his her their our your my we you i this these those there here "
    "said says say told according about around per each every all both either neither also still just only even already yet again more less most least other others another such same then now today yesterday tomorrow "
    "ago later earlier away apart long high deep wide tall old early late up down out off back against between among across through along near toward towards within beyond behind below above despite amid versus vs via "
    "died killed injured wounded voted left came went took made got gave remain remained live lived work worked reported confirmed tested including rose climbed increased fell reached reach reaches stands stood grew now jumped declined dropped surged topped passed exceeded include includes included face faces faced want wanted need needed agreed attend attended hit struck arrive arrived marched gathered rallied fled escaped survived claimed believe expected missed required earn earned won lost "
    "say think know make take go come get give see find become show leave feel bring begin keep hold write stand hear let mean set meet run pay sit speak lie lead read grow lose fall send build understand draw break spend cut rise drive buy wear choose".split()
)
_SKIP = frozenset("killed injured wounded reported confirmed tested other more most old early late new off".split())
_PLURALS = frozenset(
    "people men women children police troops personnel staff cattle sheep fish aircraft spacecraft teeth feet mice geese dead wounded injured crew data media alumni criteria phenomena species series".split()
)
_HELD_TOGETHER = frozenset(
    "sports arms rights sales news weapons goods operations communications customs savings series systems services years armed".split()
)


_EXTENT = frozenset("high low long deep wide tall late early".split())
_WHOLES = frozenset(
    "population country workforce electorate public vote world market budget land water energy electricity city money time total company army party group crowd economy revenue income food aid rest area house".split()
)
_PERSONS = (
    "man",
    "plan",
    "van",
    "loan",
    "ban",
    "fan",
    "hospital",
    "animal",
    "official",
    "official",
    "topic",
    "clinic",
    "civilian",
    "building",
    "meeting",
    "hearing",
    "veteran",
    "republican",
    "american",
    "animal",
    "criminal",
    "individual",
    "general",
    "journal",
)
_ADJECTIVES = (
    "al",
    "ic",
    "ive",
    "ous",
    "ed",
    "an",
    "ish",
    "ese",
    "less",
    "ful",
    "ary",
    "ian",
    "ing",
    "able",
    "ible",
    "known",
    "big",
    "small",
    "young",
    "major",
    "senior",
    "police",
    "serious",
)


def _phrase(t: Tokens, i: int, *, single: bool = False) -> str:
    """Return the head of the noun phrase that begins with token `i`: its first plural, else its last word."""
    last = ""
    for j in range(i, i + 7):
        word, low = t.word[j], t.low[j]
        if (
            not word
            or not (
                word[0].isalpha() or (word.isdecimal() and t.word[j - 1][:1].isupper()) or word in ("-", ",", "'", "’")
            )
            or "\n" in t.text[t.end[j - 1] : t.start[j]]
        ):
            break
        if word == "," and not (
            last and t.word[j + 1][:1].islower() and t.low[j + 1] not in _STOPS and t.low[j + 2] not in _STOPS
        ):
            break
        if not word[0].isalpha():
            continue
        if t.word[j + 1].isdecimal() and word[0].isupper():
            continue  # "50 Boeing 787 jets"
        follows = t.word[j + 1][:1].isalpha() and t.low[j + 1] not in _STOPS
        if low in _PLURALS and not (low in ("dead", "wounded", "injured", "crew", "staff", "police") and follows):
            return word
        if low in _EXTENT and (follows or (t.word[j + 1] == "-" and t.glued(j + 1))):
            last = word
            continue
        if low in _STOPS and not (low in _SKIP and follows):
            break
        if low == "s" and t.word[j - 1] in ("'", "’"):
            continue
        if low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and t.word[j + 1] != "-":
            if t.word[j + 1] in ("'", "’"):
                return word
            if low in _HELD_TOGETHER and follows:
                last = word
                continue
            return word
        if low in _WHOLES and (not follows or t.low[j + 1].endswith(("s", "ed"))):
            return word
        if low.endswith("ly") and follows:
            continue
        if (
            single
            and not ((low.endswith(_ADJECTIVES) and not low.endswith(_PERSONS)) or low in _SKIP)
            and t.word[j + 1] != "-"
        ):
            return word
        last = word
    return last


def counted_noun(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the head noun of what a figure counts, as in the text; empty if nothing is."""
    i = amount.stop
    low = t.low[i]
    if low == "of" or (low == "out" and t.low[i + 1] == "of"):
        i += 1 if low == "of" else 2
        if t.low[i] in ("them", "whom", "us", "which", "these", "those") and not (
            t.low[i] in ("these", "those") and t.word[i + 1][:1].isalpha()
        ):
            return ""
        while t.low[i] in ("the", "its", "their", "his", "her", "our", "all", "those", "these"):
            i += 1
        if (number := numeral_at(t, i, tongue)) is not None and number.form in ("digits", "words"):
            i = number.stop
        return _phrase(t, i)
    if low == "-" and t.glued(i) and amount.unit is None and t.glued(i + 1) and t.word[i + 1].isalpha():
        return t.word[i + 1]
    if amount.kind in ("duration", "age") or amount.rest:
        return ""
    if low in ("in", "worth") and amount.kind == "currency":
        return _phrase(t, i + 1) if t.low[i + 1] not in _STOPS and not t.word[i + 1][:1].isupper() else ""
    if amount.unit is not None and amount.kind != "currency":
        return ""
    found = _phrase(t, i, single=amount.value == 1)
    if not found and amount.unit is None and amount.kind == "number":
        return _back(t, amount)
    return found


def _back(t: Tokens, amount: Amount) -> str:
    """Return the noun of "the number of dead rose to 85"."""
    for j in range(amount.start - 1, max(-1, amount.start - 25), -1):
        if t.word[j] in (".", "!", "?", ";"):
            return ""
        if t.low[j] in ("number", "total") and t.low[j + 1] == "of":
            return _phrase(t, j + 2)
    return ""
