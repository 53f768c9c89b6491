"""Ordinals: a kind of their own, because a place in a row is no amount; names ("Zweiter Weltkrieg") are none at all."""

import re
from decimal import Decimal

from generator.quantities.amounts import Amount
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_NAMES = re.compile(
    r"(?:weltkriegs?|weltkrieges|hilfe|welt|reichs?|republik|liga|bundesliga|fc|sc|fsv|fff|sv|ffc|bürgermeister\w*|offizier|senat|zivilsenat|strafsenat|jahrhunderts?|geige|advent|advents|halbzeit|hälfte|halbjahr\w*|quartals?|klasse|weg|wahl|person|geiger|staatssekretär|"
    r"vorsitzende\w*|vorstand|mann|frau|lesung|person|linie|reihe|stelle|stellvertre\w*|blick|mal|male|platz|instanz|bildungsweg|tempel|sinfonie|symphonie|gang|gebot|advent|kammer|fernsehen|programm|deutsche[ns]?|"
    r"aid|world|war|half|quarter|century|lady|minister|amendment|secretary|time|place|person|class|division|estate|party|reich|street|avenue|floor|name|step|hand|responders?|thing)$",
    re.IGNORECASE,
)
_DETERMINED = frozenset(
    "der die das den dem des am im zum zur vom beim ein einen einem einer eine sein seinen seinem seiner ihr ihren ihrem ihrer jeder jede jedes mein bis als auf in seit".split()
)
_SENTENCE = frozenset(
    "der die das er sie es wir ich und aber doch denn dann damit dabei da im in am an auf bei nach nun zudem außerdem auch so wie wer was wenn mit von für ein eine seit laut insgesamt".split()
)
_SUFFIXED = re.compile(r"(?:te[rsn]?|ste[rsn]?|ter)$")
_PEOPLE = re.compile(r"(?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|zwoelft)$")


def ordinal_at(t: Tokens, i: int, tongue: Tongue) -> tuple[Amount | None, int] | None:
    """Return the ordinal at token `i` (None if it is a name) and the token to go on with; None if there is no ordinal."""
    word = t.word[i]
    if word[0].isdecimal():
        return _in_digits(t, i, tongue)
    if tongue.lang == "en":
        return _english(t, i, tongue)
    low = t.low[i]
    if t.low[i - 1] == "zu" and _PEOPLE.fullmatch(low):
        value = tongue.ordinal(low + "e")
        return (Amount(start=i, stop=i + 1, value=Decimal(value or 0), kind="ordinal", form="words"), i + 1)
    start = i
    value = tongue.ordinal(low)
    if (
        value is None
        and (head := tongue.cardinal(low)) is not None
        and (tail := tongue.ordinal(t.low[i + 1])) is not None
        and tail >= 10**6
    ):
        value, i = head * tail, i + 1
    if value is None or (
        low in ("achten", "achte", "achtet", "achter", "siebter")
        and value == 8
        and t.low[i - 1] not in _DETERMINED
        and t.length > 6
        and not t.opens(i)
    ):
        return None
    after = t.word[i + 1]
    if _is_name(t, start, after) or (value == 1 and after[:1].isalpha()):
        return None, i + 1
    return Amount(start=start, stop=i + 1, value=Decimal(value), kind="ordinal", form="words"), i + 1


def _is_name(t: Tokens, start: int, after: str) -> bool:
    """Whether the ordinal belongs to a name or an idiom."""
    if after[:1].isupper() and _NAMES.search(after):
        return True
    return t.word[start][0].isupper() and not t.opens(start) and after[:1].isupper()


def _in_digits(t: Tokens, i: int, tongue: Tongue) -> tuple[Amount | None, int] | None:
    word, after = t.word[i], t.word[i + 1]
    if not word.isdecimal() or not t.glued(i + 1):
        return None
    if tongue.lang == "en" or t.low[i + 1] in ("ter", "te", "ten"):
        if t.low[i + 1] not in ("st", "nd", "rd", "th", "ter", "te", "ten"):
            return None
        if _NAMES.search(t.word[i + 2]):
            return None, i + 2
        return Amount(start=i, stop=i + 2, value=Decimal(word), kind="ordinal"), i + 2
    if after != "." or len(word) > 3:
        return None
    follows = t.word[i + 2]
    # the minute of a goal: "Olic (23./Foulelfmeter), Berisha (28.)"
    if follows in (")", "/", ",", "+") and t.word[i - 1] in ("(", ",") and i > 0:
        return None, i + 2
    if not follows:
        return (Amount(start=i, stop=i + 2, value=Decimal(word), kind="ordinal"), i + 2) if i == 0 else None
    if t.glued(i + 2):
        return None
    if follows[0].isupper() and _NAMES.search(follows):
        return None, i + 2
    if (follows[0].islower() and follows != "und") or (
        follows[0].isupper() and t.low[i - 1] in _DETERMINED and i > 0 and t.low[i + 2] not in _SENTENCE
    ):
        return Amount(start=i, stop=i + 2, value=Decimal(word), kind="ordinal"), i + 2
    if t.opens(i) and follows[0].isupper():
        return None, i + 2
    return None


def _english(t: Tokens, i: int, tongue: Tongue) -> tuple[Amount | None, int] | None:
    low, start = t.low[i], i
    value = tongue.ordinal(low)
    total = 0
    if value is None and (group := tongue.group(t, i)) is not None:
        j = group[1]
        total = group[0]
        if t.low[j] in tongue.scales and len(t.low[j]) > 3:
            total, j = total * int(tongue.scales[t.low[j]]), j + 1
        if t.word[j] == "-" or t.low[j] == "and":
            j += 1
        tail = tongue.ordinal(t.low[j])
        if tail is None or (tail < 100 and total % 10 and total < 100) or (tail >= 20 and tail < 100 and total < 100):
            return None
        value, i = (total * tail if tail >= 100 else total + tail), j
    if value is None:
        return None
    after = t.low[i + 1]
    if (
        value == 2
        and total == 0
        and (t.low[start - 1] in ("a", "per", "i", "each", "every", "split") or after == "that")
    ):
        return None
    if _NAMES.search(after) or (value == 1 and t.length > 3 and not (after[:1].isdecimal() or tongue.cardinal(after))):
        return None, i + 1
    if t.word[start][0].isupper() and not t.opens(start) and t.word[i + 1][:1].isupper():
        return None, i + 1
    return Amount(start=start, stop=i + 1, value=Decimal(value), kind="ordinal", form="words"), i + 1
