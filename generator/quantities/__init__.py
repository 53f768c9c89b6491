"""Figures and dates in running text.

`find` is what the build calls; `find_quantities` gives the same as mappings; `resolve_date` fixes a date that hangs on
the day of the article. Pure, without any other library. One grammar for all languages; a language is a `Tongue` (tables
of words) with rooms of its own for its number words, its calendar and its noun phrases.

Inner rooms, top down:

    find resolve
    doubts
    dates traps counted compounds ordinals
    german_dates german_years english_dates german_counted english_counted ranges
    german_clock amounts
    numerals german_calendar english_calendar
    german english
    german_numbers english_numbers measures headings parts
    tables moments
    tokens
"""

from generator.quantities.find import find, find_quantities
from generator.quantities.resolve import resolve_date

__all__ = ["find", "find_quantities", "resolve_date"]
