"""Many known phrases in a text, each as whole words.

What a pattern of all of them would find; but an article has phrases of its own, and making a pattern takes longer than reading
the article. So the words of the text are looked up instead.
"""

import re
from collections.abc import Iterable, Iterator

_FIRST = re.compile(r"[\w-]+|(?<![\w-])[^\w\s-]")
"""What a phrase can begin with, where no word is cut: a word with its hyphens, or a sign."""
_ON = re.compile(r"[\w-]")


class Phrases:
    """Finds phrases that neither begin nor end inside a word; a hyphen joins words to one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases to look for; none is empty or begins with white space."""
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            if first := _FIRST.match(phrase):
                self._by_first.setdefault(first[0], []).append(phrase)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a phrase begins, where it ends, and the phrase: from left to right, disjoint, of several the longest."""
        after = 0
        for word in _FIRST.finditer(text):
            for phrase in self._by_first.get(word[0], ()):
                start = word.start()
                end = start + len(phrase)
                if start >= after and text.startswith(phrase, start) and not _ON.match(text, end):
                    yield start, end, phrase
                    after = end
                    break
