"""Numbers that are part of a name, an address or a code, and so no figures."""

import re

from generator.quantities.amounts import Amount
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_STREET = re.compile(r"(?:straße|strasse|str|allee|weg|gasse|damm|ufer|chaussee|platz|promenade|street|avenue|road|lane|boulevard)$", re.IGNORECASE)
_CODE_SIGNS = frozenset("-/+#_–")


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where web and mail addresses stand."""
    if "www." not in text and "@" not in text and "://" not in text:
        return ()
    return tuple(match.span() for match in _ADDRESSES.finditer(text))


def is_name(t: Tokens, amount: Amount, tongue: Tongue) -> bool:
    """Whether the number belongs to a name, a code, a law or an address."""
    i, stop = amount.start, amount.stop
    word, before = t.word[i], t.word[i - 1] if i else ""
    in_digits = word[:1].isdigit()
    if t.glued(i):
        if before[-1:].isalnum() or before in "_#§" or (before == "." and t.word[i - 2][:1].isalnum() and t.glued(i - 1)):
            return True
        if before in _CODE_SIGNS and i > 1 and t.glued(i - 1) and t.word[i - 2][-1:].isalnum() and not (before == "–" and in_digits):
            return True
        if before == ":" and t.word[i - 2][:1].isdigit() and t.glued(i - 1):
            return True
        if before == "+" and len(word) > 1 and in_digits and amount.unit is None:
            return True
    if before in ("§", "§§", "№", "#"):
        return True
    if amount.unit is None and in_digits and (_glued_after(t, amount) or _is_code(t, amount)):
        return True
    low = t.low[i - 1] if i else ""
    if before == "." and i > 1 and t.glued(i - 1):
        low = t.low[i - 2]
        if low in tongue.names and len(low) < 4:
            return True
    if amount.unit is None and low in tongue.names and (in_digits or low in ("nummer", "number", "artikel", "article", "kapitel", "chapter")):
        return True
    if in_digits and amount.unit is None and _STREET.search(low) and before[:1].isupper() and not t.word[i].startswith("1."):
        return True
    return False


def _glued_after(t: Tokens, amount: Amount) -> bool:
    """Whether letters or digits are glued to the number that are no unit ("5G", "3D", "1:0", "3.11.2")."""
    stop = amount.stop
    if not t.glued(stop):
        return False
    after = t.word[stop]
    if after[:1].isalnum() or after == "_":
        return True
    return after in (":", "/", ".", ",") and t.glued(stop + 1) and t.word[stop + 1][:1].isdigit()


def _is_code(t: Tokens, amount: Amount) -> bool:
    """Whether digits alone are a phone number, a postcode or the like."""
    word = t.word[amount.start]
    if amount.stop != amount.start + 1 or not word.isdigit():
        return False
    if word[0] == "0" and len(word) > 1 and t.length > 1:
        return True
    after = t.word[amount.stop]
    if after in ("-", "–") and t.glued(amount.stop) and t.word[amount.stop + 1].isdigit() and t.glued(amount.stop + 1):
        return True
    return len(word) == 5 and t.word[amount.start - 1] in (",", "D", "-") and t.word[amount.stop][:1].isupper()
