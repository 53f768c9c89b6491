"""Where two texts were glued together without a mark between them.

A running sentence never has "Der", "Seit" or "Wir" with a capital behind a bare word: 9 times in 923 clean articles,
most of them glued in truth. So such a word opens a new text, and what stands before it is a heading, a caption or the end of a
teaser. Where the new text opens with a name instead, the verbs tell: German puts the finite verb second in a main clause
and last in a clause that begins with "Wie" or "Warum".
"""

import re
from collections.abc import Iterator

from generator.hygiene.lexicon import KINDS_OF_NAMES, NAMES_WITH_ARTICLE
from generator.sentences import OPENERS, UNFINISHED

_JOINT = re.compile(r"[ ](?P<opener>[A-ZÄÖÜ][a-zäöüß]*)(?=[ ,])")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_VERBS = {
    "de": frozenset(
        """ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten will wollen wollte wollten soll sollen sollte sollten muss müssen musste mussten darf dürfen durfte mag möchte
        gab gibt geben kam kommt kommen ging geht gehen ließ lässt lassen sprach spricht sprechen nahm nimmt nehmen stand steht stehen hielt hält halten sah sieht sehen lag liegt liegen rief ruft rufen traf trifft treffen
        blieb bleibt bleiben fiel fällt fallen stieg steigt steigen sank sinkt sinken verlor verliert verlieren gewann gewinnt gewinnen schlug schlägt schrieb schreibt schreiben trat tritt treten zog zieht ziehen warf wirft
        bat bittet bot bietet fand findet finden half hilft griff greift lief läuft riet rät schloss schließt starb stirbt trug trägt tat tut verbot verbietet vergaß vergisst wies weist begann beginnt beschloss beschließt
        empfing empfängt erhielt erhält entschied entscheidet floh flog fliegt fuhr fährt genoss schoss schien scheint schwieg unterschrieb verließ verlässt versprach verspricht warb wirbt wuchs wächst weiß wusste berief beruft warnte teilte droht warnt sagt macht zeigt""".split()
    ),
    "en": frozenset(
        """is are was were has have had will would can could may might must should said says say does did do gave gives went goes came comes made makes took takes told tells began begins held holds left leaves
        met meets won wins lost loses rose rises fell falls saw sees found finds kept keeps ran runs spoke speaks became becomes led leads put puts set sets cut cuts hit hits""".split()
    ),
}
_NO_VERBS = frozenset(
    """nicht mit jetzt seit erst fast oft statt acht gut dort laut samt selbst zuletzt bereits bekannt berühmt damit somit womit weit spät recht echt alt kalt direkt komplett bestimmt insgesamt leicht schlecht ganzen letzten
    meisten ersten besten nächsten größten guten alten roten späten beliebten bekannten konkret akut sofort demnächst höchst längst jüngst meist weltweit bundesweit landesweit derzeit zweit dritt hart zart fest rasant bunt wert breit mitunter heute heutigen bitte heute gestern
    not it at that but what out about most next last best least past just first west east north south left right""".split()
)
_QUESTIONS = frozenset(
    "Wie Warum Was Wer Wo Weshalb Wieso Wann Welche Welcher Welches Welchen Wen Wem Woher Wohin Womit Wofür Ob Dass Wenn Weil".split()
)
_POLITE = frozenset({"Sie", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihnen"})
_NEVER_GLUED = frozenset(
    "Zwei Sechs Sieben Weitere Nicht Nichts All Nie Falls Auslöser Kurz Anders Waren Mithilfe Oder Dank".split()
)
"""Openers that are numerals, names or nouns too often."""

_GLUED = {
    "de": OPENERS["de"]
    - frozenset(
        """All Falls Auslöser Waren Andere Mithilfe Oder Aus Weil Nie Nein Abends Dank Kurz Zwei Sechs Sieben Weitere Weiter Nicht Nichts Gleich Gibt
        Gemeinsam Anders Deutlich Sehr Sind Ist War Hat Hatte Hatten Sei Seien Wird Werden Wurde Wurden Könnte Früher Später Mehr Weniger Nächste""".split()
    ),
    # English titles write every word large ("The Room Where It Happened"), so only the plainest openings count.
    "en": frozenset(
        "The In At He She It They We But When While After Before According This These Since Although".split()
    ),
}
_NAMED_THINGS = (
    "band", "partei", "zeitung", "magazin", "film", "serie", "sender", "blatt", "gruppe", "show", "musical", "liste", "bündnis", "bewegung", "initiative", "verein", "hotel", "hotels",
    "gasthof", "gasthaus", "wirtshaus", "lokal", "restaurant", "villa", "café", "kneipe", "stiftung", "straße", "siedlung", "ausgabe", "roman", "theaterstück", "oper", "reihe",
)  # fmt: skip
_HOUSES = frozenset({"Am", "Zum", "Zur", "Im", "An", "Auf", "Unter", "Hinter", "Vor"})
_PREFIXES = frozenset("an ab auf aus ein vor zu nach mit um bei durch".split())
"""What German tears from its verbs and puts last ("Preise ziehen an")."""

_STREET = re.compile(r"[ ](?:[A-ZÄÖÜ]\w+(?:en|er)[ ][A-ZÄÖÜ]|den[ ]Linden)")
_MARKS = '„“”»«"'
_CLOSED_SOON = re.compile(r"[^„“”»«\"]{0,25}[“”»«\"]")
_PARTICIPLE = re.compile(r"ge(?!ht|rät|hört|lingt|fällt|nügt|winnt|nießt|lang|wann|riet)\w+t")
_NAMELESS_AFTER = frozenset({"The", "In", "At", "According"})
_SHOUTED = re.compile(r"[A-ZÄÖÜ]{1,4}")


def find_joints(text: str, start: int, end: int, language: str, *, expected: bool = False) -> Iterator[int]:
    """Yield where a word that opens sentences follows a bare word, between `start` and `end`, in order.

    Where a new text is `expected`, as behind a teaser, less evidence is enough in English.
    """
    openers = _GLUED[language]
    for found in _JOINT.finditer(text, start, end):
        opener, at = found["opener"], found.start("opener")
        if opener not in OPENERS[language]:
            continue
        words = text[max(start, at - 40) : at].split()
        previous = words[-1].lstrip('„“"»«‚(>') if words else ""
        after = text[found.end() : min(end, found.end() + 40)]
        if not previous or _is_name(opener, after):
            continue
        # A heading that is all quotation ends with its mark.
        if not (previous[-1].isalnum() or previous[-1] == "%" or (previous[-1] in _MARKS and text[start] in _MARKS)):
            continue
        if opener not in openers and not (language == "de" and previous[0].isupper() and opener not in _NEVER_GLUED):
            continue
        if _may_precede_a_name(previous) and not (
            previous in _PREFIXES and has_verb(text[max(start, at - 99) : at], language)
        ):
            continue
        if opener in _POLITE and (
            previous[0].islower() or "." in previous or text.count(" ", start, min(at - 1, start + 99)) < 2
        ):
            continue  # "Lesen Sie", "Bedenken Sie aber"
        if language == "en":
            follower = after.lstrip(' ,„“"')[:1]
            shouted = len(words) == 1 and at - start < 40 and _SHOUTED.fullmatch(previous)
            if (
                shouted
                or (follower.isupper() and opener not in _NAMELESS_AFTER)
                or (previous[0].islower() and not expected)
            ):
                continue
        elif previous[0].islower() and opener == "Wegen":
            continue  # "auf markierten Wegen"
        yield at


def _may_precede_a_name(previous: str) -> bool:
    """Return whether this word can stand before a name with an article, or before anything written large."""
    return (
        previous in UNFINISHED
        or previous.lower() in UNFINISHED
        or previous in KINDS_OF_NAMES
        or previous.endswith(_NAMED_THINGS)
    )


def _is_name(opener: str, after: str) -> bool:
    """Return whether the opener with the word behind it is a name, such as "Den Haag", "Am Großen Wannsee", "Zum Schwarzen Kreuz"."""
    follower = _WORD.search(after)
    if follower is None:
        return False
    return f"{opener} {follower[0]}" in NAMES_WITH_ARTICLE or (opener in _HOUSES and _STREET.match(after) is not None)


def has_verb(words: str, language: str) -> bool:
    """Return whether a finite verb seems to be among the words; ignorant of rare verbs, generous with endings."""
    return any(_is_verb(word, language) for word in _WORD.findall(words))


def _is_verb(word: str, language: str) -> bool:
    if word in _VERBS[language]:
        return True
    if not word.islower() or len(word) < 4 or word in _NO_VERBS or word in UNFINISHED:
        return False
    return word.endswith("ed") if language == "en" else word.endswith(("t", "te", "ten"))


def _goes_on(text: str, word: re.Match[str], following: re.Match[str], language: str) -> bool:
    """Return whether the next word belongs to the same run of capitals and does not open a sentence."""
    return (
        following[0][0].isupper()
        and following[0] not in OPENERS[language]
        and text[word.end() : following.start()] == " "
    )


def find_clause(text: str, start: int, end: int, language: str) -> int:
    """Return where a text that opens with a name, a noun or a quotation begins behind a title that starts at `start`; -1 when nowhere.

    A question clause ends with its verb ("Wie … machen wollen | Russland verteidigt …"). In another title two nouns that
    meet with a finite verb or a comma behind them are the joint ("reist nach Kiew | Selenski begrüßt …"): the first
    completes the title's last phrase. Titles before names ("mit Präsident | Wladimir Putin") are beyond this rule.
    """
    if language != "de":
        return -1
    words = list(_WORD.finditer(text, start, end))
    asks = bool(words) and words[0][0] in _QUESTIONS
    for at in range(2, len(words) - 2):
        previous, gap = words[at - 1][0], text[words[at - 1].end() : words[at].start()]
        if len(gap) == 2 and gap[0] == " " and gap[1] in '„»«"' and words[at][0][0].isupper():
            if not _CLOSED_SOON.match(text, words[at].start(), end) and previous not in UNFINISHED:
                return words[at].start() - 1
            continue
        if gap != " " or not words[at][0][0].isupper() or (previous[0].isupper() and at > 2):
            continue
        run = at
        while run + 1 < len(words) and _goes_on(text, words[run], words[run + 1], language):
            run += 1
        if run + 2 >= len(words):
            return -1
        after, mark = words[run + 1][0], text[words[run].end() : words[run + 1].start()]
        main = mark == " " and _is_verb(after, language) and not _PARTICIPLE.fullmatch(after)
        if asks:
            if main and _is_verb(previous, language):
                return words[at].start()
        elif run > at and (main or (mark == ", " and run - at > 1)):
            return words[at + 1].start()
    return -1
