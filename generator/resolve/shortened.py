"""Full names that leave out or shorten first names: "R. Kelly" and "Robert Kelly", "José Zapatero" and "José Luis Zapatero".

Letters alone do not make them one. One article with both forms and nobody else of the family whom the short one could mean
does, and then the short form means that person in other articles too, unless the corpus knows a second one it fits.
"""

from collections.abc import Iterable, Mapping

from generator.resolve.fixed import Fixed
from generator.resolve.lists import words
from generator.resolve.persons import PersonName, is_initial, parse_person
from generator.resolve.spelling import spelled


def shortened(full: Mapping[str, PersonName], fixed: Fixed) -> dict[str, str]:
    """Return for full names of one article the other form of the person's name that is to stand for both.

    That is the fuller one, but the one of the authority file where the fuller one has no record.
    """
    families: dict[str, list[str]] = {}
    for text, name in full.items():
        families.setdefault(name.family, []).append(text)
    found: dict[str, str] = {}
    for kin in families.values():
        for short in kin if len(kin) > 1 else ():
            long = _fullest(short, {name: full[name] for name in kin}, fixed)
            if long and not fixed.person(short):
                found[short] = long
            elif long and not fixed.person(long):
                found[long] = short
    return {name: _end(name, found) for name in found}


def _end(name: str, found: Mapping[str, str]) -> str:
    seen = {name}
    while name in found and found[name] not in seen:
        name = found[name]
        seen.add(name)
    return name


def _fullest(short: str, kin: Mapping[str, PersonName], fixed: Fixed) -> str:
    """Return the form that a short one and all others it may stand for shorten; nothing when it may stand for two."""
    longer = [n for n, name in kin.items() if _shortens(kin[short], name) and not fixed.apart(short, n)]
    if len(kin) > 2:
        # Among relatives only a first name is left out: "Gloria Morgan Vanderbilt" is Gloria Vanderbilt's mother.
        own = len(kin[short].given)
        longer = [n for n in longer if all(spelled(given) in words("given") for given in kin[n].given[own:])]
    return next((n for n in longer if all(o == n or _shortens(kin[o], kin[n]) for o in longer)), "")


def _shortens(short: PersonName, long: PersonName) -> bool:
    """Return whether first names are left out or shortened to initials; "George Bush" may not be "George W. Bush"."""
    pairs = list(zip(short.given, long.given, strict=False))
    return (
        len(short.given) <= len(long.given)
        and (short.suffix, short.reversed) == (long.suffix, long.reversed)
        and short.given != long.given
        and not any(is_initial(given) for given in (*long.given[:1], *long.given[len(short.given) :]))
        and all(x == y or (is_initial(x) and spelled(x)[0] == spelled(y)[0]) for x, y in pairs)
    )


def known_elsewhere(
    pairs: Iterable[tuple[str, str]], same: Mapping[str, str], fixed: Fixed
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of clusters that articles show to be one person, each short form fitting that one only; sorted.

    `pairs` are short and long forms of single articles, `same` leads from each full name of the corpus to its cluster.
    """
    stated = sorted({(a, b) for a, b in pairs if a in same and b in same and same[a] != same[b]})
    if not stated:
        return ()
    families: dict[str, list[str]] = {}
    for name in sorted(same):
        families.setdefault(parse_person(name).family, []).append(name)
    found = set()
    for a, b in stated:
        short = min(a, b, key=lambda name: (len(name), name))
        own = parse_person(short)
        meant = {same[other] for other in families[own.family] if _shortens(own, parse_person(other))} - {same[short]}
        if len(meant) == 1 and not (fixed.apart(a, b) or (fixed.person(a) and fixed.person(b))):
            found.add((same[a], same[b]))
    return tuple(sorted(found))
