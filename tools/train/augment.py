"""Change training texts a little, so that the tagger learns names by their surroundings and meets the dirt of scraped pages."""

import random

from generator.ner.tagger import TAGS
from tools.train.gold import Unit

INDEX = {tag: n for n, tag in enumerate(TAGS)}
QUOTES = (("„", "“"), ("»", "«"), ('"', '"'), ("“", "”"), ("„", '"'), ("‚", "‘"), ("„", "”"))
SIDE_BY_SIDE = {
    "de": (
        "Seit Monaten hat sich {LOC} {LOC} angenähert .", "Am Montag warf {LOC} {LOC} vor , den Vertrag gebrochen zu haben .",
        "Zugleich drohte {LOC} {LOC} mit Zöllen .", "Damit habe {PER} {LOC} verlassen , hieß es .", "Nun will {LOC} {PER} ausliefern .",
        "Deshalb hat {ORG} {LOC} verklagt .", "Am Abend schlug {ORG} {ORG} mit 2:1 .", "Gestern habe {PER} {PER} getroffen , hieß es .",
        "Im Finale besiegte {LOC} {LOC} deutlich .", "Wie {LOC} {LOC} von seinem Gas abhängig macht", "Nach Angaben der Behörden griff {LOC} {LOC} in der Nacht an .",
        "Dann übernahm {ORG} {ORG} für eine Milliarde Euro .", "Später habe {LOC} {ORG} den Rücken gekehrt .", "{LOC} – {LOC} 3:1", "{LOC} , {LOC} – ",
        "Einen Tag später kritisierte {PER} {ORG} scharf .", "So hat {LOC} {LOC} und {LOC} unterstützt .", "Jetzt muss {LOC} {LOC} helfen",
    ),
    "en": (
        "That gave {LOC} {LOC} 's support .", "In {LOC} {PER} said he would leave .", "At {ORG} {PER} leads the team .", "{LOC} – {LOC} 3–1",
        "Last year in {LOC} {ORG} opened an office .", "On Monday {PER} of {ORG} met {PER} of {LOC} .", "{LOC} beat {LOC} 2-1 in {LOC} .",
    ),
}  # fmt: skip
AGENCIES = ("dpa", "AFP", "Reuters", "APA", "AP", "epd", "KNA", "sid")


class Changer:
    """Makes changed copies of units from a stock of names; every choice comes from its own random source."""

    def __init__(self, lang: str, stock: dict[str, list[tuple[str, ...]]], rng: random.Random) -> None:
        self.lang, self.stock, self.rng = lang, stock, rng

    def name(self, label: str) -> tuple[str, ...]:
        """Draw a name."""
        return self.rng.choice(self.stock[label])

    def tagged(self, words: tuple[str, ...], label: str) -> list[tuple[int, ...]]:
        """Give the tags of a name."""
        if len(words) == 1:
            return [(INDEX[f"U-{label}"],)]
        inner = [(INDEX[f"I-{label}"],)] * (len(words) - 2)
        return [(INDEX[f"B-{label}"],), *inner, (INDEX[f"L-{label}"],)]

    def swap(self, unit: Unit, chance: float) -> Unit:
        """Put other names of the same label in the place of some."""
        words: list[str] = []
        tags: list[tuple[int, ...]] = []
        n = 0
        while n < len(unit.words):
            tag = TAGS[unit.tags[n][0]] if len(unit.tags[n]) == 1 else "O"
            end = n + 1
            if tag[0] == "B":
                while end < len(unit.words) and TAGS[unit.tags[end - 1][0]][0] != "L":
                    end += 1
            if tag[0] in "BU" and self.rng.random() < chance and (tag[2:] != "ORG" or self.rng.random() < 0.5):
                new = self.name(tag[2:])
                old = unit.words[end - 1]
                if self.lang == "de" and old.endswith("s") and new[-1][-1] not in "sxzßS'." and self.rng.random() < 0.5:
                    new = (*new[:-1], new[-1] + "s")
                words += new
                tags += self.tagged(new, tag[2:])
            else:
                words += unit.words[n:end]
                tags += unit.tags[n:end]
            n = end
        return Unit(tuple(words), tuple(tags), unit.source)

    def template(self) -> Unit:
        """Make a sentence with names side by side."""
        words: list[str] = []
        tags: list[tuple[int, ...]] = []
        for piece in self.rng.choice(SIDE_BY_SIDE[self.lang]).split():
            if piece[0] == "{":
                new = self.name(piece[1:4])
                words += new
                tags += self.tagged(new, piece[1:4])
            else:
                words.append(piece)
                tags.append((0,))
        return Unit(tuple(words), tuple(tags), "template")

    def dateline(self, unit: Unit) -> Unit:
        """Put one or two places before a text, as agencies do."""
        rng = self.rng
        words: list[str] = []
        tags: list[tuple[int, ...]] = []
        for n in range(rng.choice((1, 1, 1, 2))):
            if n:
                words.append(rng.choice((",", "/", ",")))
                tags.append((0,))
            new = self.name("LOC")
            words += [w.upper() for w in new] if rng.random() < 0.15 else new
            tags += self.tagged(new, "LOC")
        end: tuple[str, ...] = rng.choice(
            (
                (),
                (),
                (".",),
                ("–",),
                ("-",),
                (":",),
                ("(", rng.choice(AGENCIES), ")"),
                ("(", rng.choice(AGENCIES), ")", "-"),
            )
        )
        for w in end:
            words.append(w)
            tags.append((INDEX["U-ORG"],) if w in AGENCIES else (0,))
        return Unit((*words, *unit.words), (*tags, *unit.tags), unit.source)

    def change(self, unit: Unit) -> Unit:
        """Give the unit as training sees it this time."""
        rng = self.rng
        if rng.random() < 0.35:
            unit = self.swap(unit, 0.35)
        if len(unit.words) > 4 and rng.random() < 0.03:
            unit = self.dateline(unit)
        draw = rng.random()
        words = list(unit.words)
        if draw < 0.015:
            words = [w.lower() for w in words]
        elif draw < 0.035:
            words = [w.upper() for w in words]
        elif draw < 0.04:
            words = [w.title() if len(w) > 3 else w for w in words]
        tags = unit.tags
        if rng.random() < 0.06 and words and words[-1] in ".!?":
            words, tags = words[:-1], tags[:-1]
        if rng.random() < 0.3 and any(w in '"„“”»«' for w in words):
            opening, closing = rng.choice(QUOTES)
            inside = False
            for n, w in enumerate(words):
                if w in ('"', "„", "“", "”", "»", "«"):
                    words[n] = closing if inside else opening
                    inside = not inside
        return Unit(tuple(words), tags, unit.source) if words else unit
