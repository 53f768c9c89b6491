"""Where sentences end, by rules, in German and English.

A full stop is judged by the word before it and the word behind it. German writes nouns with capitals and ordinals with a
full stop, so a capital behind a stop says little: after an ordinal or an abbreviation only a word that *opens* sentences
("Der", "Seit", "Wir") counts as evidence. A colon never ends a sentence; a quotation of several sentences is several.
"""

import re
from functools import lru_cache

from generator.model import Span

OPENERS = {
    "de": frozenset(
        """Ab Aber Abends All Alle Allein Allerdings Alles Als Also Am An Andere Anders Angesichts Anschließend Auch Auf Aufgrund Aus Auslöser Außer Außerdem
        Bald Begründet Bei Beide Beim Bereits Besonders Bis Bislang Bisher Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Daneben Dank Dann Daran Darauf
        Daraufhin Darin Darüber Darum Darunter Das Dass Daß Davon Davor Dazu Dein Dem Demnach Den Denen Denn Dennoch Der Deren Derweil Derzeit Des Deshalb Dessen Deswegen
        Deutlich Die Dies Diese Dieselbe Diesem Diesen Dieser Dieses Doch Dort Du Durch Ebenfalls Ebenso Egal Ein Eine Einem Einen Einer Eines Einerseits Einige Einmal Einst Endlich
        Entgegen Entsprechend Er Erneut Erst Erstmals Es Etwa Etwas Euch Euer Falls Fast Ferner Folglich Freilich Früher Für Gegen Gegenüber Gemeinsam Genau
        Gerade Gestern Gibt Gleich Gleichzeitig Hat Hatte Hatten Heute Hier Hierbei Hierfür Hierzu Hingegen Hinter Hinzu Höchstens Ich Ihm Ihn Ihnen Ihr Ihre Ihrem
        Ihren Ihrer Im Immer Immerhin In Indem Indes Indessen Infolge Ingesamt Inklusive Innerhalb Insbesondere Insgesamt Ins Inwieweit Inzwischen Ist Jährlich Je Jede Jedem Jeder Jedes Jedoch Jene Jener Jetzt
        Kein Keine Keiner Könnte Kurz Langfristig Laut Lediglich Letztlich Man Manche Mehr Mehrere Mehrfach Mehrmals Mein Meine Mindestens Mit Mithilfe Mittlerweile Möglicherweise Nach Nachdem
        Nächste Nämlich Natürlich Neben Nein Nicht Nichts Nie Niemand Noch Nun Nur Ob Oberhalb Obgleich Obwohl Oder Offenbar Offensichtlich Oft Ohne Per Plötzlich Rund
        Schließlich Schon Sechs Sehr Sei Seien Sein Seine Seinem Seinen Seiner Seit Seitdem Selbst Sie Sieben Sind So Sobald Sodass Sofern Sogar Solche Somit Sondern Sonst Sowohl
        Später Statt Stattdessen Teilweise Trotz Trotzdem Über Überdies Um Und Unklar Uns Unser Unsere Unter Unterdessen Unterhalb Viele Vielleicht Vielmehr Vom Von
        Vor Vorher Während Wann War Waren Warum Was Wegen Weil Weiter Weitere Weiterhin Weiters Welche Welcher Wem Wen Wenige Weniger Wenn Wer Werden Weshalb Wie Wieder Wieso Wir Wird
        Wo Wobei Wofür Wohin Womit Worauf Wurde Wurden Zu Zudem Zuerst Zufolge Zugleich Zuletzt Zum Zumindest Zunächst Zur Zusammen Zusätzlich Zuvor Zwar Zwei Zwischen""".split()
    ),
    "en": frozenset(
        """A About Above According Across After Afterwards Again All Along Already Also Although Among An And Another Any Anyone As Asked At Back Based Because Before Behind Being
        Below Besides Between Both But By Can Citing Could Critics Currently Despite Did Do Does Due During Each Earlier Either Elsewhere Even Eventually Every Everyone Everything Few Finally First Following
        For Former Fortunately From Further Furthermore Given Had Has Have Having He Hence Her Here His How However I If In Indeed Inside Instead Is It Its Just Last
        Later Less Like Many Maybe Meanwhile Men More Moreover Most Much My Near Nearly Neither Nevertheless New Next No Nobody Non None Nor Not Nothing Now Of Off Officials Often On Once
        One Only Or Other Others Our Out Outside Over Overall Part Perhaps Previously Rather Reports Researchers Several She Should Similarly Since Six So Some Somebody Someone Soon Speaking Still Such Than That
        The Their Them Then There Therefore These They Things This Those Though Three Through Thus To Today Together Tomorrow Too Toward Towards Two Under Unlike Until Up Upon Us Was We Were
        What When Whenever Where Whereas Whether Which While Who Whoever Whose Why Will With Within Without Witnesses Would Yes Yesterday Yet You Your""".split()
    ),
}
"""Words that open sentences when they stand with a capital, by language. None of them is a name or, in German, a noun."""

UNFINISHED = frozenset(
    """der die das den dem des ein eine einen einem einer eines im in am an auf aus bei beim mit nach seit von vom vor zu zum zur für gegen ohne um durch über unter zwischen und oder sowie als wie kein keine keinen sein seine seinen
    ihr ihre ihren dieser diese dieses diesem diesen jeder jede jedes bis pro per trotz wegen während dass ob wenn weil aber auch noch nur sondern bzw ins ans aufs
    the a an of to in on at by for from with and or but as than into over under between that this these his her its their our your about after before against per via titled called""".split()
)
"""Articles, prepositions, conjunctions: a phrase or a title is not complete that ends with one of these."""

_NEVER_LAST = {
    "de": frozenset(
        """adv abgek abh allg amtl anm art bd bearb begr bes betr bspw bez bezgl bzgl bzw ca dgl dipl div doz dr dres ebd ehem eidg eigtl einschl engl entspr erb erm etw ev evtl frl franz fr gebr geb gegr geh
        gez ggf ggfs griech hd hg hl hptst hr hrn hrsg hz inkl ing insb insbes ital jap jew kath kfm kgl lat led lfd lic lt ltd mag math mdb mdl meist mind mtl möbl nat neutr nordd nr nrn
        österr oestr phil port präs priv prof prot psych rd rechtl rel resp rer röm russ sc schles sog soz span spez st stellv südd svw tel theol tschech techn tägl univ unbek ungar urspr
        verf vergl verh vgl vs wbl westd wiss z zit zool zus zw zzgl zzt abt bhf jur oec hc rabb kard bürgerm dir ebf bf mons min-präs jun sr ä""".split()
    ),
    "en": frozenset(
        """adm asst attn brig capt cmdr col cpl dept det dr drs e.g ed eds fig ft gen gov hon i.e lt maj messrs mr mrs ms mt mx pfc pres prof pvt rep reps rev sen sens sgt st supt vs viz approx
        cf ca nos op pp vol vols""".split()
    ),
}
"""Abbreviations that want a word behind them, lower case, without the last stop."""

_MAY_BE_LAST = {
    "de": frozenset(
        """abs abschn aufl ausg bll bsp chr co corp etc jan feb febr mär apr jul aug sep sept okt nov dez fa fn gebr inc jh jhd jhdt jhs jr kap mill mio mrd n.chr o.ä o.a pkt pos promi qm s sek sek sr std str tsd u.a u.ä u.s.w
        uvm usw v.chr ziff hbf""".split()
    ),
    "en": frozenset(
        """a.m p.m b.c a.d ave blvd bros co corp d.c etc est inc jan feb apr jun jul aug sep sept oct nov dec jr ltd llc plc rd sq sr u.k u.n u.s u.s.a e.u ph.d m.d b.a m.a dist univ assn""".split()
    ),
}
"""Abbreviations that may close a sentence, lower case, without the last stop."""

_BEFORE_NUMBERS = frozenset(
    "abs anm art aufl bd fig kap lit nr no nos op p pp para pos rn s sec vol ziff § tel fax pf".split()
)
"""Abbreviations that are words of their own unless a number follows, lower case."""

_CLOSERS = "\"'“”«»‹›’‘)\\]"
_OPENING = "\"'„“”«»‹›‚‘(\\[–—-"
_CANDIDATE = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]+)(?P<closers>[{_CLOSERS}]*)(?:(?P<gap>[^\S\n]*\n[^\S\n]*\n\s*)|\s+(?:[–—•*>►▶→|]+\s+)?(?P<open>[{_OPENING}]*)(?=(?P<next>[^\W_]))"
    rf"|(?<=[a-zäöüß]{{3}}[.!?])(?=(?P<glued>[A-ZÄÖÜ][a-zäöüß]+)[\s,]))|\n[^\S\n]*\n\s*"
)
_LONGEST_ABBREVIATION = 9
_STICKING = "\"'„“”«»‹›‚‘([–—-/:*"
_WORD = re.compile(r"[^\W_][\w’'-]*")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4}")
_ROMAN = re.compile(r"[IVX]{1,6}")
_MONTHS = re.compile(
    "(?:Jan|Feb|Mär|Maer|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)|Jahrhundert|Jh|Jahrtausend|Jahrestag|Geburtstag|Platz|Liga|Bundesliga|Minute|Spieltag|Runde|Klasse|FC|Stock"
)
_BEFORE_ORDINALS = frozenset(
    "am zum im vom beim der die das den dem des ihr ihrem ihren sein seinem seinen unser unserem ein einen".split()
)
_COUNTED_FROM = frozenset(
    "auf um rund etwa fast knapp Platz Rang Nummer Artikel Paragraf Paragraph Kapitel Seite Gruppe Stufe Klasse Tor Halle Haus Raum Zimmer Gleis Linie Jahr Jahre Seit".split()
)


@lru_cache(maxsize=256)  # a paragraph is split once to find what was glued to it and once for the document
def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences: sorted, disjoint, without white space at their edges, together all of the text that is not white space.

    A blank line always ends a sentence, a single line end never does. Empty for white space. Languages other than `de` and
    `en` are split by the German rules, which are the more careful ones.
    """
    rules = language if language in OPENERS else "de"
    found: list[Span] = []
    start = 0
    for candidate in _CANDIDATE.finditer(text):
        mark = candidate["mark"]
        if mark is None or candidate["gap"] is not None:
            end = candidate.start() if mark is None else candidate.end("closers")
        elif candidate["glued"] is not None:
            if len(mark) > 1 or (len(candidate["glued"]) < 4 and candidate["glued"] not in OPENERS[rules]):
                continue
            end = candidate.end("closers")
        elif _ends(text, start, candidate, rules):
            end = candidate.end("closers")
        else:
            continue
        start = _add(found, text, start, end)
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> int:
    """Append the stretch without its white space, unless nothing is left; return where the next one starts."""
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        start += len(piece) - len(piece.lstrip())
        found.append(Span(start, start + len(inner)))
    return end


def _ends(text: str, start: int, candidate: re.Match[str], language: str) -> bool:
    """Return whether the sentence that began at `start` ends with this mark."""
    following = candidate["next"]
    if following.islower():
        return False
    mark, closers, at = candidate["mark"], candidate["closers"], candidate.start()
    if closers and text[max(start, at - 1) : at] in ("(", "["):
        # "(!)" and "(?)" end nothing; "[…]" only where a sentence had ended before the words left out.
        return closers[0] == "]" and text[max(start, at - 3) : at - 1].rstrip().endswith((".", "!", "?"))
    if mark != ".":
        return True
    word = _WORD.match(text, candidate.end())
    opens = word is not None and word[0] in OPENERS[language]
    words = text[max(start, at - 40) : at].split()
    if not words or text[at - 1].isspace():
        return opens
    last = words[-1].lstrip(_STICKING)
    if len(last) > _LONGEST_ABBREVIATION and last.isalpha() and not last.endswith("str"):
        return True
    previous = words[-2] if len(words) > 1 else ""
    if candidate["next"].isdigit() and last.lower() in _BEFORE_NUMBERS:
        return False
    if closers:
        # Inside a bracket or quotation that closes here, the stop of an abbreviation is no stop of the sentence.
        return opens or not _is_abbreviation(last, language)
    if not last:
        return opens
    if last.isdigit() or _ROMAN.fullmatch(last):
        return _ends_after_number(last, previous, text, candidate, opens=opens, language=language)
    if len(last) == 1:
        # "J. R. Müller" and "z. B. Müller", but "Plan B. Der" and "u. a. Der".
        return opens and (last.isupper() or previous.endswith(("u.", "o.", "v.", "n.")))
    if _is_abbreviation(last, language):
        return opens and last.lower() not in _NEVER_LAST[language]
    return True


def _is_abbreviation(last: str, language: str) -> bool:
    """Return whether this word, written without its last stop, is one that carries a stop of its own."""
    lower = last.lower()
    return (
        lower in _NEVER_LAST[language]
        or lower in _MAY_BE_LAST[language]
        or (len(last) == 1 and last.isalpha())
        or _DOTTED.fullmatch(last) is not None
        or (language == "de" and lower.endswith("str") and last[0].isupper() and not lower.endswith("astr"))
        or lower.rpartition("-")[2] in ("dr", "dipl", "mrd", "mio", "st")
    )


def _ends_after_number(
    number: str, previous: str, text: str, candidate: re.Match[str], *, opens: bool, language: str
) -> bool:
    """Return whether a stop after a bare number ends the sentence, or makes it an ordinal as in "der 3. Platz"."""
    roman = not number.isdigit()
    if language == "en":
        return not roman or opens or len(number) > 1
    if not roman and len(number) > 3:
        return True
    if candidate["next"].isdigit() or _MONTHS.match(text, candidate.end()):
        return False
    if opens:
        return True
    if roman:
        return False
    return previous in _COUNTED_FROM or (len(number) == 3 and previous not in _BEFORE_ORDINALS)
