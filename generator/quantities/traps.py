"""Numbers that are part of a name, an address or a code, and so no figures."""

import re

from generator.quantities.amounts import Amount
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_PHONES = re.compile(
    r"(?:\+\d{1,3}|(?<![\d.,])0\d{1,5})[\s/()–-]{0,3}\(?\d[\d\s/()–-]{3,}\d|\b\d+ [A-Z][A-Za-z]{0,3} \d+/\d+"
)
_STREET = re.compile(
    r"(?:straße|strasse|str|allee|weg|gasse|damm|ufer|chaussee|platz|promenade|street|avenue|road|lane|boulevard)$",
    re.IGNORECASE,
)
_WITH_WORDS = frozenset(
    "nummer number artikel article kapitel chapter platz plätze rang seite paragraf paragraph stufe kategorie gruppe phase tier grade freedom listenplatz".split()
)
_CODE_SIGNS = frozenset("-/+#_–&")


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where web and mail addresses, phone numbers and file numbers of courts stand."""
    found = (
        [match.span() for match in _ADDRESSES.finditer(text)] if "www." in text or "@" in text or "://" in text else []
    )
    if "/" in text or "+" in text or " 0" in text:
        found.extend(match.span() for match in _PHONES.finditer(text))
    return tuple(found)


def is_name(t: Tokens, amount: Amount, tongue: Tongue) -> bool:
    """Whether the number belongs to a name, a code, a law or an address."""
    i, stop = amount.start, amount.stop
    word, before = t.word[i], t.word[i - 1] if i else ""
    in_digits = word[:1].isdecimal()
    if t.glued(i):
        if (
            before[-1:].isalnum()
            or before in "_#§"
            or (before == "." and t.word[i - 2][:1].isalnum() and t.glued(i - 1))
        ):
            return True
        if (
            before in _CODE_SIGNS
            and i > 1
            and t.glued(i - 1)
            and t.word[i - 2][-1:].isalnum()
            and not (before == "–" and in_digits)
        ):
            return True
        if before == ":" and t.word[i - 2][:1].isdecimal() and t.glued(i - 1):
            return True
        if before == "+" and len(word) > 1 and in_digits and amount.unit is None:
            return True
    if before == "[" and t.word[stop] == "]":
        return True
    if t.word[stop] == ")" and t.glued(stop) and in_digits and _begins_line(t, i):
        return True
    if before == "+" and i > 1 and t.word[i - 2] in (".", ")") and t.glued(i - 1):
        return True  # the 93rd minute, "90.+3"
    if t.word[stop] == "-" and t.glued(stop) and t.word[stop + 1] in _CLUB and amount.unit is None and in_digits:
        return True
    if before in ("§", "§§", "№", "#"):
        return True
    if amount.unit is None and in_digits and (_glued_after(t, amount) or _is_code(t, amount)):
        return True
    if (before == ":" and t.word[i - 2][:1].isdecimal()) or (
        t.word[stop] == ":" and t.word[stop + 1][:1].isdecimal() and in_digits
    ):
        return True
    if t.low[stop] == "x" and t.word[stop + 1][:1].isdecimal():
        return True
    low = t.low[i - 1] if i else ""
    if before == "." and i > 1 and t.glued(i - 1):
        low = t.low[i - 2]
        if low in tongue.names and len(low) < 4:
            return True
    if amount.unit is None and in_digits and len(before) == 1 and before.isupper() and i > 1:
        return True
    if amount.unit is None and low.endswith(("stufe", "nummer", "kategorie")) and before[:1].isupper():
        return True
    if amount.unit is None and low in tongue.names and (in_digits or low in _WITH_WORDS):
        return True
    if word == "1860" and t.low[stop] == "münchen":
        return True
    return in_digits and amount.unit is None and before[:1].isupper() and _STREET.search(low) is not None


def _begins_line(t: Tokens, i: int) -> bool:
    return i == 0 or "\n" in t.text[t.end[i - 1] : t.start[i]]


def _glued_after(t: Tokens, amount: Amount) -> bool:
    """Whether letters or digits are glued to the number that are no unit ("5G", "3D", "1:0", "3.11.2")."""
    stop = amount.stop
    if not t.glued(stop):
        return False
    after = t.word[stop]
    if after[:1].isalnum() or after == "_":
        return True
    return after in (":", "/", ".", ",", "&") and t.glued(stop + 1) and t.word[stop + 1][:1].isdecimal()


def _is_code(t: Tokens, amount: Amount) -> bool:
    """Whether digits alone are a phone number, a postcode or the like."""
    word = t.word[amount.start]
    if amount.stop != amount.start + 1 or not word.isdecimal():
        return False
    if word[0] == "0" and len(word) > 1 and t.length > 1:
        return True
    after = t.word[amount.stop]
    if (
        after in ("-", "–")
        and t.glued(amount.stop)
        and t.word[amount.stop + 1].isdecimal()
        and t.glued(amount.stop + 1)
    ):
        return True
    return len(word) == 5 and t.word[amount.start - 1] in (",", "D", "-") and t.word[amount.stop][:1].isupper()


def is_title(t: Tokens, amount: Amount) -> bool:
    """Whether a figure that counts nothing is the number behind a name ("Leopard 2", "Stuttgart 21", "Voyager 1")."""
    i = amount.start
    word, before = t.word[i], t.word[i - 1] if i else ""
    if amount.unit is not None or amount.value is None or t.glued(i):
        return False
    if t.low[i - 1] in _PARTS and i and not t.word[amount.stop][:1].isupper() and amount.stop == i + 1:
        return True
    if i and t.word[i + 1] == "." and amount.stop == i + 3 and before[:1].isupper() and t.low[i - 1] not in _OPENING:
        return True  # "Industrie 4.0"
    if (
        i
        and len(word) == 3
        and word[1] == "."
        and amount.stop == i + 1
        and before[:1].isupper()
        and t.low[i - 1] not in _OPENING
    ):
        return True  # "Web 2.0" in English
    if amount.unit is not None or amount.value is None or t.glued(i):
        return False
    if t.low[i - 1] in _PARTS and i and not t.word[amount.stop][:1].isupper() and amount.stop == i + 1:
        return True
    if i and t.word[i + 1] == "." and amount.stop == i + 3 and before[:1].isupper() and not t.opens(i - 1):
        return True  # "Industrie 4.0"
    if (
        amount.unit is not None
        or amount.value is None
        or not word.isdecimal()
        or amount.stop != i + 1
        or not before[:1].isupper()
        or t.glued(i)
    ):
        return False
    return not (t.opens(i - 1) and t.low[i - 1] in _OPENING) and t.low[i - 1] not in _BEFORE_NUMBERS


_CLUB = frozenset(
    "Manager Trainer Profi Profis Spieler Fans Fan Boss Coach Stürmer Keeper Torwart Kapitän Präsident Sportdirektor Verteidiger Anhänger Akteure Elf Team".split()
)
_PARTS = frozenset("staffel spiel runde teil etappe lauf folge band akt episode season round part game".split())
_PARTS = frozenset("staffel spiel runde teil etappe lauf folge band akt episode season round part game".split())
_OPENING = frozenset(
    "mit von rund etwa über unter nur insgesamt fast knapp gut mindestens höchstens davon darunter weitere dabei seit nach vor in bei auf gegen für um ab bis zwischen am im die der das den dem alle sowie und auch noch weil dass es sie er wir ich ihr allein bereits schon "
    "bisher bislang zuletzt zudem zuvor demnach danach dort hier nun jetzt so aus zu zum zur wenn ob wo als an durch ohne je jeweils genau exakt circa ca maximal minimal wenigstens ungefähr beinahe nahezu mehr weniger einige mehrere jeder jede jedes diese dieser dieses "
    "about around nearly almost over under some at in on by for from with of to the only just more less between after before since until all these those and but as up another each every".split()
)
_BEFORE_NUMBERS = frozenset(
    "alter ergebnis endstand stand wert faktor summe anzahl zahl durchschnitt mittelwert index note score temperatur prozent aged age total".split()
)
