"""What in a scraped text is not the article: leftovers of the page, credits, teasers; and what is article but no prose.

Nothing is ever removed: the room only says where one kind of text ends and another begins. All rules are general – the
shape of a credit, the words of a button, a capital where a running German sentence cannot have one. Where the evidence
is thin, text stays text: a leftover shown as a paragraph is ugly, a paragraph shown as a leftover is a loss.

Inner rooms, top down: pieces, dateline, joints, lexicon.
"""

from generator.hygiene.dateline import find_dateline
from generator.hygiene.pieces import find_pieces

__all__ = ["find_dateline", "find_pieces"]
