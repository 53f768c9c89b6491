"""The -s of the genitive: taken off where it is one, left where it belongs to the name."""

import functools
import re
from collections.abc import Callable, Mapping

from generator.resolve.lists import words

_APOSTROPHES = ("’s", "'s", "´s", "`s", "′s", "’", "'")


@functools.lru_cache(maxsize=1 << 16)
def genitive(name: str) -> str:
    """Return the name without the -s of a genitive; the name itself where the -s may belong to it.

    >>> genitive("Wladimir Putins"), genitive("Hans"), genitive("Hans Peters")
    ('Wladimir Putin', 'Hans', 'Hans Peters')
    """
    for ending in _APOSTROPHES:
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
    for ending in _APOSTROPHES:
        if name.endswith(ending):
            return name.removesuffix(ending)
    last = name.rsplit(" ", 1)[-1].lower()
    if not name.endswith("s") or len(last) < 4 or last.endswith("ss") or last in words("ends_in_s") or is_known(name):
        return name
    bases = (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)
    found = next((b for b in bases if attested.get(b, 0) >= attested.get(name, 0) or is_known(b)), "")
    if not found and " " not in name and (bare := bare_noun(name)) != name and not _NOUN.fullmatch(name):
        # "Umweltbundesamtes" is a genitive even where nothing else is named so; "des Klubs" is none of a club's.
        found = bare
    return found or name


_ADJECTIVE = re.compile(r"(?P<stem>[^\W\d_][\w-]{2,})(?P<ending>e[nrsm]?)")
_NOUN = re.compile(
    r"(?:(?P<m>hof|rat|bund|verband|tag|verein|dienst|staat|konzern|rundfunk|fonds|ausschuss|club|klub|sender|ozean|see|golf|kanal"
    r"|fluss|berg|wald|park|platz|hafen|kreis|preis|kongress|betrieb|senat|vorstand|saal|frieden|markt|turm|pakt|grund|ismus|vertrag|bezirk)"
    r"|(?P<n>amt|gericht|werk|kreuz|parlament|komitee|institut|zentrum|ministerium|meer|reich|haus|museum|theater|orchester|bündnis"
    r"|hilfswerk|präsidium|gebirge|land|tal|kap|büro|archiv|forum|gefängnis|kommissariat|bistum|netzwerk|fernsehen|schloss|quartett))"
    r"(?P<ending>ses|es|s)?",
    re.IGNORECASE,
)
"""Nouns at the end of a word, by gender, with the ending of a genitive."""
_STEMS = re.compile(
    r"(?:isch|sch|lich|ig|eu|rei|ot|oß|eiß|warz|rün|lau|ah|ell|al|iert|int|igt|ein|ittler|ber|nter|och|till|lt|ut|ritt|weit|erst|sam|ant|när|dox|rän|iv|haft|end)$"
)
_INVARIABLE = re.compile(r"[A-ZÄÖÜ][\w-]{2,}er")
_LEADS = frozenset("der des für von zum zur gegen im am in und".split())
"""What follows a German noun in a name; "Parks Canada" has none of them."""
_COMPOUNDS = frozenset("tages bundes landes staats rats gerichts hofs parks lands clubs klubs golfs dienstes".split())
"""What may as well be the first part of a compound written in two words."""


@functools.lru_cache(maxsize=1 << 16)
def bare_noun(word: str) -> str:
    """Return a German noun without the ending of its genitive, where its last part is known; any other word as it is.

    >>> bare_noun("Landgerichts"), bare_noun("Bündnisses"), bare_noun("Landkreis"), bare_noun("Reuters")
    ('Landgericht', 'Bündnis', 'Landkreis', 'Reuters')
    """
    match = _last_noun(word)
    return word[: -len(match["ending"])] if match and match["ending"] else word


def _last_noun(word: str) -> re.Match[str] | None:
    at = 0
    while found := _NOUN.search(word, at):
        if found.end() == len(word):
            return found
        at = found.start() + 1
    return None


@functools.lru_cache(maxsize=1 << 14)
def headed(form: str) -> str:
    """Return a German name as a heading has it: its adjectives and its noun in the nominative; any other name as it is.

    >>> headed("Ostchinesischen Meeres"), headed("Vereinten Nationen"), headed("Deutsche Wetterdienst")
    ('Ostchinesisches Meer', 'Vereinte Nationen', 'Deutscher Wetterdienst')
    >>> headed("Serbischen Radikalen Partei"), headed("Landgerichts Mannheim"), headed("Malteser Hilfsdienstes")
    ('Serbische Radikale Partei', 'Landgericht Mannheim', 'Malteser Hilfsdienst')
    """
    parts = form.split(" ")
    if len(parts) < 2:
        return form
    stems = []
    # "Frankfurter" in "Frankfurter Allgemeinen Zeitung" never changes.
    towns = 1 if _INVARIABLE.fullmatch(parts[0]) and not _STEMS.search(parts[0][:-2]) else 0
    for word, following in zip(parts[towns:], parts[towns + 1 :], strict=False):
        match = _ADJECTIVE.fullmatch(word)
        if match is None or not _STEMS.search(match["stem"]) or not following[:1].isupper():
            break
        stems.append(match)
    at = towns + len(stems)
    if not stems:
        return _headed_noun(parts)
    noun = _last_noun(parts[at])
    endings = {match["ending"] for match in stems}
    if noun:
        ending = "er" if noun["m"] else "es"
    elif len(endings) == 1:
        ending = "e" if endings <= {"en", "em"} else stems[0]["ending"]
    else:
        return form
    adjectives = [match["stem"] + ending for match in stems]
    adjectives[0] = adjectives[0][0].upper() + adjectives[0][1:]
    return " ".join((*parts[:towns], *adjectives, bare_noun(parts[at]), *parts[at + 1 :]))


def _headed_noun(parts: list[str]) -> str:
    """Return a name that begins with its noun, or with a town's adjective before it, in the nominative."""
    at = 1 if _INVARIABLE.fullmatch(parts[0]) and bare_noun(parts[1]) != parts[1] else 0
    sure = at or (at + 1 < len(parts) and parts[at + 1] in _LEADS)
    if not sure and (parts[at].lower() in _COMPOUNDS or not (len(parts[at]) > 6 and parts[at + 1][:1].isupper())):
        return " ".join(parts)
    return " ".join((*parts[:at], bare_noun(parts[at]), *parts[at + 1 :]))
