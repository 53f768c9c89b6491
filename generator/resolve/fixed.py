"""The authority file as the rules ask it: what is one, what is not, who may be meant by a bare surname."""

from collections.abc import Iterable
from functools import lru_cache

from generator.authority import Authority, EntityLabel, Record
from generator.resolve import organisations, places
from generator.resolve.inflection import headed
from generator.resolve.persons import parse_person
from generator.resolve.spelling import spelled, tidy


class Fixed:
    """Questions to the authority file, answered from tables made once."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self._records: dict[tuple[EntityLabel, str], Record] = {}
        for record in authority.records:
            for form in record.forms:
                self._records.setdefault((record.label, _norm(record.label, form)), record)
        self._apart = frozenset(
            frozenset((a, b))
            for names in (
                *(d.names for d in authority.distinct),
                *((record.name, other) for record in authority.records for other in record.distinct),
            )
            for index, a in enumerate(map(tidy, names))
            for b in map(tidy, names[index + 1 :])
        )
        groups = [(r.label, r.forms) for r in authority.records] + [(m.label, m.names) for m in authority.merges]
        groups += [(label, (r.old, r.new)) for r in authority.renames for label in ("PERSON", "PLACE", "ORGANISATION")]
        self._groups = tuple((label, frozenset(_norm(label, form) for form in forms)) for label, forms in groups)

    def record(self, label: EntityLabel, names: Iterable[str]) -> Record | None:
        """Return the first record that one of the names belongs to."""
        if not self._records:
            return None
        return next((record for name in names if (record := self._records.get((label, _norm(label, name))))), None)

    def person(self, name: str) -> str:
        """Return the heading of the record that has a form of a person's name; empty when there is none."""
        record = self._records.get(("PERSON", _norm("PERSON", name))) if self._records else None
        return record.name if record else ""

    def heading(self, label: EntityLabel, names: tuple[str, ...]) -> str:
        """Return what merges and renames call a thing of these names, its heading the first; empty when they say nothing."""
        for merge in self.authority.merges:
            if merge.label == label and not frozenset(merge.names).isdisjoint(names):
                return merge.names[0]
        return next((rename.new for rename in self.authority.renames if rename.old == names[0]), "")

    def everywhere(self) -> tuple[str, ...]:
        """Return the persons whose bare surname always means them."""
        return tuple(r.name for r in self.authority.records if r.label == "PERSON" and r.bare == "always")

    def apart(self, a: str, b: str) -> bool:
        """Return whether a curator said that two names are not one."""
        return bool(self._apart) and frozenset((a, b)) in self._apart

    def joined(self, label: EntityLabel, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the pairs among the names that a record or a merge makes one."""
        if not self._groups:
            return ()
        there: dict[str, list[str]] = {}
        for name in sorted(set(names)):
            there.setdefault(_norm(label, name), []).append(name)
        pairs = []
        for kind, forms in self._groups:
            if kind == label:
                present = [name for form in sorted(forms) for name in there.get(form, ())]
                pairs += [(present[0], other) for other in present[1:]]
        return tuple(pairs)

    def always(self, base: str) -> str:
        """Return the heading of the record that says it is meant by a bare surname everywhere; empty when none does."""
        family = parse_person(base).family
        named = (r for r in self.authority.records if r.label == "PERSON" and r.bare == "always")
        return next((r.name for r in named if parse_person(r.name).family == family), "")

    def bare(self, base: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """Return who may be meant by a bare surname outside an article with the full name."""
        family = parse_person(base).family
        kept = []
        for person in people:
            record = self._records.get(("PERSON", _norm("PERSON", person)))
            if record and record.bare == "always" and parse_person(record.name).family == family:
                return (person,)
            if not (record and record.bare in ("article", "never")):
                kept.append(person)
        return tuple(kept)


@lru_cache(maxsize=1 << 16)
def _norm(label: EntityLabel, name: str) -> str:
    """Return what forms of a name share that the authority file need not list one by one: case endings, accents, titles."""
    if label == "ORGANISATION":
        return organisations.key(name)
    return places.key(headed(tidy(name))) if label == "PLACE" else spelled(parse_person(name).heading)
