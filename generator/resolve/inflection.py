"""The -s of the genitive: taken off where it is one, left where it belongs to the name."""

import functools
import re
from collections.abc import Callable, Mapping

from generator.resolve.lists import words


@functools.lru_cache(maxsize=1 << 16)
def genitive(name: str) -> str:
    """Return the name without the -s of a genitive; the name itself where the -s may belong to it.

    >>> genitive("Wladimir Putins"), genitive("Hans"), genitive("Hans Peters")
    ('Wladimir Putin', 'Hans', 'Hans Peters')
    """
    for ending in ("’s", "'s", "’", "'"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    last = name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()
    if "," in name or len(last) < 3 or not last.endswith("s") or last.endswith("ss") or last in words("ends_in_s"):
        return name
    if last in words("given") or last[:-1] in words("given"):
        return name
    return name[:-1]


def nominative(name: str, attested: Mapping[str, int], is_known: Callable[[str], bool]) -> str:
    """Return a name without the -s of its genitive, where the short form is attested or known and the long one is not."""
    for ending in ("’s", "'s", "’", "'"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    last = name.rsplit(" ", 1)[-1].lower()
    if not name.endswith("s") or len(last) < 4 or last.endswith("ss") or last in words("ends_in_s") or is_known(name):
        return name
    bases = (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)
    found = next((b for b in bases if attested.get(b, 0) >= attested.get(name, 0) or is_known(b)), "")
    if not found and " " not in name and (kind := _MASCULINE.search(last) or _NEUTER.search(last)):
        # "Umweltbundesamtes" is a genitive even where nothing else is named so; "des Klubs" is none of a club's.
        found = _bare(name, kind[0]) if len(kind[0]) < len(last) else ""
    return found or name


_ADJECTIVE = re.compile(r"(?P<stem>[^\W\d_][\w-]{2,})(?P<ending>e[nrsm]?)")
_MASCULINE = re.compile(
    r"(?:hof|rat|bund|verband|tag|verein|dienst|staat|konzern|rundfunk|fonds|ausschuss|club|klub|sender|ozean|see|golf|kanal|fluss|berg|wald|park|platz)(?:e?s)?$"
)
_NEUTER = re.compile(r"(?:amt|gericht|werk|kreuz|parlament|komitee|institut|zentrum|ministerium|meer|reich|haus|museum|theater|orchester|bündnis|hilfswerk|präsidium|gebirge|land|tal|kap)(?:e?s)?$")  # fmt: skip
_STEMS = re.compile(
    r"(?:isch|sch|lich|ig|eu|rei|ot|oß|eiß|warz|rün|lau|ah|ell|al|iert|int|igt|ein|ittler|ber|nter|och|till|lt|ut)$"
)


@functools.lru_cache(maxsize=1 << 14)
def headed(form: str) -> str:
    """Return a German name of adjective and noun as a heading has it; any other name as it is.

    >>> headed("Ostchinesischen Meeres"), headed("Vereinten Nationen"), headed("Deutsche Wetterdienst")
    ('Ostchinesisches Meer', 'Vereinte Nationen', 'Deutscher Wetterdienst')
    """
    words_ = form.split(" ")
    if len(words_) < 2 or not (match := _ADJECTIVE.fullmatch(words_[0])) or not words_[1][:1].isupper():
        return form
    if not _STEMS.search(match["stem"]):
        return form
    adjective, noun = match["stem"][0].upper() + match["stem"][1:], words_[1]
    lower = noun.lower()
    if masculine := _MASCULINE.search(lower):
        ending, noun = "er", _bare(noun, masculine[0])
    elif neuter := _NEUTER.search(lower):
        ending, noun = "es", _bare(noun, neuter[0])
    else:
        ending = "e" if match["ending"] in ("en", "em") else match["ending"]
    return " ".join((adjective + ending, noun, *words_[2:]))


def _bare(noun: str, ending: str) -> str:
    """Take the -s or -es of the genitive from a noun whose last part is known."""
    for mark in ("es", "s"):
        if ending.endswith(mark) and not ending.endswith(("ss", "nis", "haus", "fonds")):
            return noun[: -len(mark)]
    return noun
