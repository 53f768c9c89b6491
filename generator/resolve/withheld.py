"""Persons whose name is withheld: the rules that find them are wider than those that only merge.

Elsewhere a doubtful form stays a thing of its own and is suggested to the curator. Where a name must not be told a form that
may be the person's is the person's: "E. Mustermann", "Erika Anna Mustermann", and the bare surname wherever no article says
whose it is. Who is somebody else after all stands in the record's `not`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.authority import Authority, Record
from generator.model import Annotated
from generator.resolve.comparison import SUGGESTS, compare_names
from generator.resolve.fixed import Fixed
from generator.resolve.inflection import genitive
from generator.resolve.persons import parse_person
from generator.resolve.spelling import spelled, tidy

_PARTS = re.compile(r"[^a-z0-9]+")


def is_withheld(record: Record) -> bool:
    """Return whether a record takes a person's name out of the site."""
    return record.label == "PERSON" and (record.takedown or bool(record.pseudonym))


def widen(authority: Authority, articles: tuple[Annotated, ...]) -> Authority:
    """Return the authority file with all forms of withheld names that the articles have as their aliases."""
    if not any(map(is_withheld, authority.records)):
        return authority
    fixed = Fixed(authority)
    names = {tidy(m.text) for article in articles for m in article.mentions if m.label == "PERSON"}
    free = sorted(
        name
        for name in {form for name in names for form in (name, genitive(name))}
        if parse_person(name).full and not fixed.person(name)
    )
    records = tuple(
        replace(record, aliases=(*record.aliases, *_forms(record, free, fixed)), bare=record.bare or "always")
        if is_withheld(record)
        else record
        for record in authority.records
    )
    return replace(authority, records=records)


def _forms(record: Record, names: list[str], fixed: Fixed) -> tuple[str, ...]:
    """Return the names that may be a person's and are not said to be another's."""
    full = [form for form in record.forms if parse_person(form).full]
    return tuple(
        name
        for name in names
        if any(compare_names(name, form, "PERSON") >= SUGGESTS for form in full)
        and not any(fixed.apart(name, form) for form in record.forms)
    )


def tells(address: str, records: Iterable[Record]) -> bool:
    """Return whether all words of a full name of one of the records stand in an address, in any order."""
    words = set(_PARTS.split(spelled(address)))
    forms = (form for record in records for form in record.forms if parse_person(form).full)
    return any(words >= set(_PARTS.split(spelled(form))) for form in forms)
