"""One line of an article cut into pieces of one kind each."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.hygiene.joints import find_clause, find_joints, has_verb
from generator.hygiene.lexicon import (
    CREDIT,
    CREDIT_HINTS,
    CREDIT_LINE,
    LABEL,
    LABEL_LINE,
    NOTICE,
    NOTICE_HINTS,
    RIGHTS,
    SIGN_OFF,
    TEASER,
    TORN,
)
from generator.model import Block, BlockKind
from generator.sentences import OPENERS, split
from generator.text import trim

_LONGEST_HEADING = 120
_LONGEST_TEASER = 320
_LONGEST_CLAUSE = 60
_LONGEST_CAPTION = 260
_FINAL = re.compile(r"[.!?…:][\"'“”«»‹›’‘)\]]*$")
_WEAK_LABEL = frozenset(
    {
        "Anzeige",
        "ANZEIGE",
        "WERBUNG",
        "Werbung",
        "Registrieren",
        "Einloggen",
        "Abmelden",
        "Ausloggen",
        "Vorlesen",
        "Schriftgröße",
        "Advertisement",
        "Sign up",
        "Log in",
        "Topnews",
    }
)
_ADVERTISEMENT = frozenset({"Anzeige", "ANZEIGE", "WERBUNG", "Advertisement", "ADVERTISEMENT"})
_INLINE = re.compile(rf"(?:{CREDIT.pattern})|(?:>>+|»»|››+|[►▶→➔➤])[ ]?(?=[„\"“]?[A-ZÄÖÜ0-9])")


def find_pieces(text: str, start: int, end: int, language: str) -> tuple[Block, ...]:
    """Return the pieces between `start` and `end`, a stretch without blank lines: sorted, disjoint, only white space between.

    Kinds are paragraph, subheading, caption, credit, teaser and leftover. Running text stays one paragraph however long
    it is. Empty for white space.
    """
    start, end = trim(text, start, end)
    if start == end:
        return ()
    if kind := _kind_of_whole(text, start, end):
        return (Block(start, end, kind),)
    return _joined(_Line(text, start, end, language).pieces())


def _kind_of_whole(text: str, start: int, end: int) -> BlockKind | None:
    """Return what the stretch is when it is all one thing and not prose; else None."""
    if end - start > 160:
        return None
    if LABEL_LINE.fullmatch(text, start, end) or (text[start] in "©C" and RIGHTS.match(text, start, end)):
        return "leftover"
    if CREDIT_LINE.fullmatch(text, start, end) and (
        CREDIT.match(text, start, end) or not has_verb(text[start:end], "de")
    ):
        return "credit"
    return None


def _joined(pieces: Iterator[Block]) -> tuple[Block, ...]:
    """Return the pieces with neighbouring paragraphs and neighbouring leftovers as one, and captions beside their credits."""
    found: list[Block] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.kind == piece.kind and piece.kind in ("paragraph", "leftover"):
            found[-1] = Block(last.start, piece.end, piece.kind)
        else:
            found.append(piece)
    for at, block in enumerate(found):
        beside = [found[i].kind for i in (at - 1, at + 1) if 0 <= i < len(found)]
        if block.kind == "subheading" and "credit" in beside:
            found[at] = Block(block.start, block.end, "caption")
    return tuple(found)


class _Line:
    """A line being read from left to right; lives for one call only."""

    def __init__(self, text: str, start: int, end: int, language: str) -> None:
        self.text, self.start, self.end, self.language = text, start, end, language
        self.sentence_ends = [start + span.end for span in split(text[start:end], language)]
        lower = text[start:end].lower()
        self.pictured = any(hint in lower for hint in CREDIT_HINTS)
        self.inline = [found.start() for found in _INLINE.finditer(text, start, end)] if self.pictured else []
        sign_off = SIGN_OFF.search(text, max(start, end - 60), end)
        if sign_off and _FINAL.search(text[max(start, sign_off.start() - 4) : sign_off.start()].rstrip()):
            self.inline.append(sign_off.start())  # and not "die Deutsche Presse-Agentur (dpa)."
        self.speaks = any(hint in lower for hint in NOTICE_HINTS)

    def pieces(self) -> Iterator[Block]:
        """Yield the pieces in order; neighbours may be of one kind."""
        at = self.start
        while at < self.end:
            piece = self._apart(at) or self._heading(at) or self._sentence(at)
            if piece.kind == "paragraph":
                yield from self._with_caption(piece)
            else:
                yield piece
            at, _ = trim(self.text, piece.end, self.end)

    def _stop(self, at: int) -> int:
        """Return the end of the sentence that holds `at`, or the start of a credit or teaser inside it."""
        end = self.sentence_ends[min(bisect_right(self.sentence_ends, at), len(self.sentence_ends) - 1)]
        inside = bisect_right(self.inline, at)
        if inside < len(self.inline) and self.inline[inside] < end:
            end = trim(self.text, at, self.inline[inside])[1]
        return max(end, at + 1)

    def _apart(self, at: int) -> Block | None:
        """Return the credit, teaser or leftover that begins here."""
        if credit := self._credit(at):
            return Block(at, credit.end(), "credit")
        if teaser := TEASER.match(self.text, at, self.end):
            return Block(at, self._teaser_end(at, teaser.end()), "teaser")
        return self._leftover(at)

    def _credit(self, at: int) -> re.Match[str] | None:
        """Return the credit or the agency's sign that begins here."""
        found = CREDIT.match(self.text, at, self.end) if self.pictured else None
        return found or (SIGN_OFF.match(self.text, at, self.end) if self.text.startswith(("(", "["), at) else None)

    def _leftover(self, at: int) -> Block | None:
        label = LABEL.match(self.text, at, self.end)
        if label and self._stands_alone(label):
            return Block(at, trim(self.text, at, label.end())[1], "leftover")
        stop = self._stop(at)
        sentence = self.text[at:stop]
        if len(sentence) > 320:
            return None
        torn = (
            at == self.start
            and sentence[0].islower()
            and len(sentence) < 80
            and stop < self.end
            and TORN.search(sentence)
        )
        return Block(at, stop, "leftover") if torn or (self.speaks and NOTICE.search(sentence)) else None

    def _stands_alone(self, label: re.Match[str]) -> bool:
        """Return whether the words are a button and not the beginning of a sentence: what follows begins anew."""
        rest, _ = trim(self.text, label.end(), self.end)
        if rest == self.end:
            return True
        following = self.text[rest]
        words = label[0].strip(" :|•·")
        if words in _WEAK_LABEL and following.isupper() and words not in _ADVERTISEMENT:
            return next(find_joints(self.text, label.start(), min(self.end, rest + 60), self.language), -1) == rest
        return (
            following.isupper()
            or following.isdigit()
            or following in '„"“»«>|•·+('
            or LABEL.match(self.text, rest, self.end) is not None
        )

    def _teaser_end(self, at: int, title: int) -> int:
        """Return where a teaser ends whose title begins at `title`: where another text begins, at the latest with its sentence."""
        title, _ = trim(self.text, title, self.end)
        stop = max(self._stop(max(at, min(title, self.end - 1))), title)
        if stop <= title:
            return stop
        far = min(stop, title + _LONGEST_TEASER)
        joint = next(find_joints(self.text, title, far, self.language, expected=True), -1)
        clause = find_clause(self.text, title, far, self.language)
        if joint > 0 or clause > 0:
            return trim(self.text, at, min(found for found in (joint, clause) if found > 0))[1]
        return stop if stop == far else trim(self.text, at, title)[1]

    def _heading(self, at: int) -> Block | None:
        """Return the heading that was run into the sentence which begins here."""
        stop = self._stop(at)
        if self.text[at].islower() or _FINAL.search(self.text, max(at, stop - 6), stop) is None:
            return None
        for joint in find_joints(self.text, at, stop, self.language):
            heading = self.text[at:joint].rstrip()
            if len(heading) > _LONGEST_HEADING or stop - joint < 12:
                return None
            if (
                len(heading) > _LONGEST_CLAUSE
                and has_verb(heading, self.language)
                and heading.split(" ", 1)[0] in OPENERS[self.language]
            ):
                return None  # a sentence that has lost its full stop
            if _balanced(heading):
                return Block(at, at + len(heading), "subheading")
        return None

    def _sentence(self, at: int) -> Block:
        return Block(at, self._stop(at), "paragraph")

    def _with_caption(self, piece: Block) -> Iterator[Block]:
        """Yield the sentence as caption when a picture's credit follows it at once, else as it is.

        A credit that closes a line of several sentences belongs to the article as a whole.
        """
        follows, _ = trim(self.text, piece.end, self.end)
        credit = CREDIT.match(self.text, follows, self.end) if self.pictured and follows < self.end else None
        closes = (
            credit is not None and trim(self.text, credit.end(), self.end)[0] == self.end and piece.start > self.start
        )
        if credit and not closes and piece.end - piece.start <= _LONGEST_CAPTION:
            yield Block(piece.start, piece.end, "caption")
        else:
            yield piece


def _balanced(words: str) -> bool:
    """Return whether no quotation or bracket is left open."""
    return (
        words.count("(") == words.count(")")
        and words.count('"') % 2 == 0
        and words.count("„") <= words.count("“") + words.count("”") + words.count('"')
        and words.count("»") == words.count("«")
    )
