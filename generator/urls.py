"""Addresses: slugs for file names, and links between pages that work from `file://` and under any sub-path.

Slugs are plain ASCII: umlauts are spelled out as Germans do (ä → ae), other accents fall away, Cyrillic and Greek are
transliterated letter by letter, and a script we know nothing of becomes code point numbers rather than nothing.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

_SPELLED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
        "а": "a", "б": "b", "в": "w", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "jo", "є": "je", "ж": "sch", "з": "s", "и": "i", "і": "i",
        "ї": "ji", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja",
        "α": "a", "β": "b", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "e", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
        "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "ph", "χ": "ch", "ψ": "ps", "ω": "o",
        "’": "", "'": "", "&": " und ", "\xad": "",
    }
)  # fmt: skip
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# Windows cannot write a file of these names, whatever its ending.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def slug(text: str, limit: int = 80) -> str:
    """Return the text as a piece of an address: `a-z`, `0-9` and single hyphens, never empty, at most `limit` characters.

    Long ones are cut at a hyphen where there is one in the second half. Different texts may have the same slug: see `distinct`.

    >>> slug("Düsseldorf: Große Straße & Łódź")
    'duesseldorf-grosse-strasse-und-lodz'
    """
    spelled = unicodedata.normalize("NFC", text).lower().translate(_SPELLED)
    plain = "".join(
        character for character in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(character)
    )
    name = _NOT_PLAIN.sub("-", plain.translate(_SPELLED)).strip("-")
    if not name:
        name = "-".join(f"u{ord(character):x}" for character in text if not character.isspace()) or "ohne-namen"
    if len(name) > limit:
        cut = name.rfind("-", limit // 2, limit + 1)
        name = name[: cut if cut > 0 else limit].strip("-")
    return f"{name}-1" if name in _RESERVED else name


def distinct(names: Iterable[str], limit: int = 80) -> tuple[str, ...]:
    """Return a slug for each name, in order, no two alike: later ones that collide get `-2`, `-3` and so on.

    >>> distinct(("Müller", "Mueller", "Müller 2"))
    ('mueller', 'mueller-3', 'mueller-2')
    """
    plain = tuple(slug(name, limit) for name in names)
    # A number appended must not take an address that a later name has by itself.
    own = frozenset(plain)
    taken: set[str] = set()
    found = []
    for name in plain:
        candidate, count = name, 1
        while candidate in taken or (count > 1 and candidate in own):
            count += 1
            candidate = f"{name}-{count}"
        taken.add(candidate)
        found.append(candidate)
    return tuple(found)


def relative_link(from_path: str, to_path: str) -> str:
    """Return the link from one file of the site to another; both paths are relative to the output folder.

    The target may carry a fragment; a fragment on the page itself stays bare.

    >>> relative_link("articles/a.html", "people/b.html#m-17")
    '../people/b.html#m-17'
    """
    path, mark, fragment = to_path.partition("#")
    if mark and path in ("", from_path):
        return f"#{fragment}"
    return _relative(from_path.rpartition("/")[0], path) + mark + fragment


# Few folders link to the same pages again and again.
@lru_cache(maxsize=100_000)
def _relative(folder: str, path: str) -> str:
    # `posixpath.relpath` asks where the program runs, and takes five times as long.
    here, there = ([part for part in parts.split("/") if part] for parts in (folder, path))
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return quote("/".join([".."] * (len(here) - shared) + there[shared:]) or ".")
