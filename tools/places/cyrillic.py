"""Ukrainian and Russian names in German spelling (Duden), as German newspapers print them."""

import re

_COMMON = {
    "а": "a", "б": "b", "в": "w", "д": "d", "ж": "sch", "з": "s", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ь": "", "ъ": "",
    "ю": "ju", "я": "ja", "-": "-", " ": " ", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_RUSSIAN = _COMMON | {"г": "g", "е": "e", "ё": "jo", "и": "i", "ы": "y", "э": "e"}
_UKRAINIAN = _COMMON | {"г": "h", "ґ": "g", "е": "e", "є": "je", "и": "y", "і": "i", "ї": "ji"}
_VOWELS = "аеёиоуыэюяєії"


def _spell(word: str, table: dict[str, str]) -> str:
    lower = word.lower()
    letters = []
    for i, letter in enumerate(lower):
        if letter not in table:
            return ""
        before, after = lower[i - 1 : i], lower[i + 1 : i + 2]
        if letter == "с" and before and before in _VOWELS and after and after in _VOWELS:
            out = "ss"
        elif letter == "е" and table is _RUSSIAN and (not before or before in _VOWELS + "ьъ- "):
            out = "je"
        elif letter == "й" and table is _RUSSIAN and before in ("и", "ы") and not after.strip("- "):
            out = ""
        elif letter == "к" and after == "с":
            out = "x"
        elif letter == "с" and before == "к":
            out = ""
        else:
            out = table[letter]
        letters.append(out)
    return re.sub(r"(?:^|(?<=[ -]))\w", lambda m: m[0].upper(), "".join(letters))


def german_forms(name: str) -> tuple[str, ...]:
    """Return the German spellings of a name in Cyrillic, read as Ukrainian and as Russian; empty for other scripts.

    >>> german_forms("Харків"), german_forms("Харьков"), german_forms("Kharkiv")
    (('Charkiw',), ('Charkow',), ())
    """
    return tuple(
        form
        for table in (_UKRAINIAN, _RUSSIAN)
        if re.search("[а-яіїєґ]", name.lower()) and (form := _spell(name, table))
    )
