"""Spellings that mean the same letters: umlauts spelled out or dropped, accents, apostrophes, hyphens."""

import functools
import re
import unicodedata

_SPELLED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "å": "a", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a",
        # Cyrillic as German newspapers write it.
        "а": "a", "б": "b", "в": "w", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "jo", "є": "je", "ж": "sch", "з": "s", "и": "i", "і": "i", "ї": "ji", "й": "j", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
        "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "tsch", "ђ": "dsch", "џ": "dsch",
        "’": "", "'": "", "‘": "", "ʼ": "", "ʿ": "", "ʾ": "", "ʹ": "", "`": "", "´": "",
    }
)  # fmt: skip
_DROPPED = _SPELLED | str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o"})
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, joiners and marks of direction."""
_DASHES = re.compile("[‐‑‒–—−]")


@functools.lru_cache(maxsize=1 << 16)
def tidy(text: str) -> str:
    """Return a name in one line: single spaces, plain hyphens, no quotation marks around it."""
    return _SPACE.sub(" ", _DASHES.sub("-", _UNSEEN.sub("", text))).strip(' \t„“”"»«,;:')


@functools.lru_cache(maxsize=1 << 16)
def spelled(text: str) -> str:
    """Return the text in lower case without accents, umlauts spelled out (ü → ue).

    >>> spelled("Erdoğan"), spelled("Müller"), spelled("Strauß")
    ('erdogan', 'mueller', 'strauss')
    """
    return _plain(unicodedata.normalize("NFC", text).lower().translate(_SPELLED))


@functools.lru_cache(maxsize=1 << 16)
def dropped(text: str) -> str:
    """Return the text in lower case with the dots of umlauts dropped (ü → u), as English papers print it."""
    return _plain(unicodedata.normalize("NFC", text).lower().translate(_DROPPED))


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )
