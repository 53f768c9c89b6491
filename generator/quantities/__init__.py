"""Figures and dates in running text.

`find` is what the build calls; `find_quantities` gives the same as mappings; `resolve_date` fixes a date that hangs on
the day of the article. Pure, without any other library.

Inner rooms, top down: find, resolve; dates, traps, counted; german_dates, english_dates, amounts; moments, numerals;
german, english; german_numbers, english_numbers, measures; tables; tokens.
"""

from generator.quantities.find import find, find_quantities
from generator.quantities.resolve import resolve_date

__all__ = ["find", "find_quantities", "resolve_date"]
