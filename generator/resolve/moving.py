"""A text with some stretches replaced, and where everything else in it stands afterwards."""

from bisect import bisect_left
from dataclasses import dataclass

from generator.model import Mention, Quantity


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch and what stands there instead."""

    start: int
    end: int
    text: str


class Moved:
    """A text with stretches replaced, and where its old offsets are now; the edits are sorted and disjoint."""

    def __init__(self, text: str, edits: list[Edit]) -> None:
        self.edits = edits
        self.starts = [edit.start for edit in edits]
        self.shifts = [0]
        pieces, end = [], 0
        for edit in edits:
            pieces += [text[end : edit.start], edit.text]
            end = edit.end
            self.shifts.append(self.shifts[-1] + len(edit.text) - (edit.end - edit.start))
        self.text = "".join((*pieces, text[end:]))

    def start(self, offset: int) -> int:
        """Return where the beginning of a span is now; one inside a replaced stretch goes to its beginning."""
        index = bisect_left(self.starts, offset + 1)
        if index and offset < self.edits[index - 1].end:
            return self.edits[index - 1].start + self.shifts[index - 1]
        return offset + self.shifts[index]

    def end(self, offset: int) -> int:
        """Return where the end of a span is now; one inside a replaced stretch goes to its end."""
        index = bisect_left(self.starts, offset)
        if index and offset <= self.edits[index - 1].end:
            edit = self.edits[index - 1]
            return edit.start + self.shifts[index - 1] + len(edit.text)
        return offset + self.shifts[index]

    def whole(self, span: Mention | Quantity) -> bool:
        """Return whether nothing in a span was replaced."""
        return not any(edit.start < span.end and span.start < edit.end for edit in self.edits)
