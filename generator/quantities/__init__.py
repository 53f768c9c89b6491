"""Figures and dates in running text.

Inner rooms, top down: find; traps, counted; amounts; numerals; german, english; german_numbers; measures; tables; tokens.
"""

from generator.quantities.find import find, find_quantities

__all__ = ["find", "find_quantities"]
