"""The phrases articles use for a person, by pattern: "der russische Präsident Wladimir Putin" → "Russischer Präsident".

Read before a name ("Bundeskanzler Olaf Scholz", "der Bürgermeister von Kiew, Vitali Klitschko") and behind it ("Joe Biden,
the president of the United States,"). A phrase counts only with a noun that is a role, and is put into the nominative
without its article.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Mapping

from generator.model import Article, Locus, Role
from generator.resolve.inflection import genitive
from generator.resolve.lists import words
from generator.urls import slug

_REACH = 120
"""Code points before and behind a name in which its role is looked for."""
_TOKEN = re.compile(r"\S+")
_OF = frozenset("des der von vom für im in beim bei am of for at zu zum zur".split())
_BEHIND = re.compile(r", (?P<phrase>[^,;:()„“”\"»«]{3,90}?)(?=,|\.\s|\.$|\)|;)")
_ARTICLES = frozenset("der die das dem den des ein eine einem einen einer eines the a an".split())
_OTHERS = frozenset(
    "sprecher sprecherin anwalt anwältin anwälte verteidiger verteidigerin arzt ärztin berater beraterin trainer nachfolger nachfolgerin vorgänger vorgängerin stellvertreter stellvertreterin mitarbeiter mitarbeiterin herausforderer herausforderin".split()
)
"""Roles that one has with somebody; a name in the genitive behind them is that somebody's."""
_POSSESSIVES = re.compile(r"(?:[msd]ein|ihr|unser|deren|dessen)(?:e[nrsm]?)?|his|her|their|its|our|my")
_ADJECTIVE = re.compile(
    r"[a-zäöüß][\w-]*e[nrsm]?|[A-ZÄÖÜ][\w-]+er|\d+-jährige[nr]?|[A-ZÄÖÜ][\w-]+(?:ende|ische|liche|ige|ste|te)[nrsm]?"
)
_SURELY = {False: re.compile(r".*er|.*\d.*"), True: re.compile(r".*(?:sche|liche|ige|ere|nde|[A-ZÄÖÜ]\w+er)|.*\d.*")}
"""Adjectives without an article before a man's and a woman's role; "sagte" is none."""
_WEAK = re.compile(r"(?:präsident|kandidat|ist|intendant|dirigent|dezernent|assistent|student|philosoph|ökonom|architekt|kommandant|patriarch|demokrat|diplomat|monarch|autokrat|prinz|astronaut|repräsentant|regent)en$")  # fmt: skip
_WEAK_E = re.compile(r"(?:experte|virologe|kollege|biologe|psychologe|soziologe|geologe|theologe|politologe|stratege|biograf|erbe|gesandte)n$")  # fmt: skip
_PARTICIPLE = re.compile(
    r"(?!stellvertretend|amtierend|regierend|leitend|geschäftsführend|designiert|scheidend)(?:\w+(?:nde|[lrndbz]te)|\w*ge\w+te)[nrs]?"
)
"""What may have a complement before it ("aus Schweden stammende") and says nothing without it."""
_PASSING = re.compile(r"\d+-jährige[nr]?|je[tz]+t?ige[nr]?|gestrige[nr]?|heutige[nr]?|anwesende[nr]?")
"""What is true of somebody for a day or a year only."""
_NOMINAL = re.compile(
    r"(?:vorsitzende|abgeordnete|beauftragte|angestellte|gesandte|delegierte|angeklagte|beamte)[rn]?$"
)


def collect_roles(articles: tuple[Article, ...], language: str) -> Mapping[str, tuple[Role, ...]]:
    """Return for each person's id the phrases used for them: those of articles in `language` first, the most telling first."""
    found: dict[str, dict[str, list[Locus]]] = {}
    for i, article in enumerate(articles):
        document = article.document
        starts = [sentence.start for sentence in document.sentences]
        for k, linked in enumerate(article.mentions):
            mention = linked.mention
            if mention.label != "PERSON":
                continue
            number = bisect_right(starts, mention.start) - 1
            if number < 0:
                continue
            sentence = document.sentences[number]
            before = document.text[max(sentence.start, mention.start - _REACH) : mention.start]
            behind = document.text[mention.end : min(sentence.end, mention.end + _REACH)]
            phrase = role_before(before, document.metadata.language) or role_behind(behind, document.metadata.language)
            if phrase and not _owned(mention.text, linked.entity, before):
                found.setdefault(linked.entity, {}).setdefault(phrase, []).append(Locus(i, k))
    languages = tuple(article.document.metadata.language for article in articles)
    return {person: _ordered(phrases, languages, language) for person, phrases in found.items()}


def _owned(name: str, entity: str, before: str) -> bool:
    """Return whether the phrase is somebody else's: "ein Sprecher Merkels", "der behandelnde Arzt Lahms"."""
    last = name.rsplit(maxsplit=1)[-1]
    if genitive(name) == name or entity.endswith(slug(last)):
        return False
    tokens = before.split()[-4:]
    article = next((word.lower() for word in reversed(tokens) if word.lower() in _ARTICLES), "")
    return article not in ("des", "eines") and (bool(article) or (tokens[-1:] != [] and tokens[-1].lower() in _OTHERS))


def role_before(text: str, language: str) -> str:
    """Return the role at the end of a text that a person's name follows; empty when there is none.

    >>> role_before("Der Bürgermeister von Kiew, ", "de")
    'Bürgermeister von Kiew'
    """
    if not text.strip() or not text[-1].isspace():
        return ""
    if language == "de" and text[-2:-1] != "," and not _is_role(text.rstrip().rpartition(" ")[2]):
        return ""
    tokens = _TOKEN.findall(text)
    closes = tokens[-1].endswith(",")
    tokens[-1] = tokens[-1].rstrip(",")
    noun = _noun(tokens)
    if noun < 0:
        return ""
    lead, of = tokens[:noun], tokens[noun + 1 :]
    # "als Präsident, Putin" names nobody's role: a comma needs an article or a complement before it.
    if closes and not of and not any(word.lower() in _ARTICLES for word in lead[-4:]):
        return ""
    if of and not closes and (language == "de" or len(of) > 4 or not of[-1][0].isupper()):
        return ""
    return _phrase(lead, tokens[noun], of, language)


def role_behind(text: str, language: str) -> str:
    """Return the role in an apposition behind a name; empty when there is none.

    >>> role_behind(", the president of the United States, said", "en")
    'President of the United States'
    """
    match = _BEHIND.match(text)
    if match is None:
        return ""
    tokens = match["phrase"].split()
    noun = next((i for i, word in enumerate(tokens[:6]) if _is_role(word)), -1)
    if noun < 0 or _noun(tokens[noun:]) != 0:
        return ""
    lead = tokens[:noun]
    if any(word.lower() in _ARTICLES for word in lead[1:]):
        return ""
    known = _ARTICLES if language == "de" else _ARTICLES | words("english_leads", "roles")
    if any(word.lower() not in known and not _ADJECTIVE.fullmatch(word) and not word[0].isupper() for word in lead):
        return ""
    return _phrase(lead, tokens[noun], tokens[noun + 1 :], language)


def _noun(tokens: list[str]) -> int:
    """Return which token is the role at the end of a phrase, its complement behind it; -1 when there is none."""
    for index in range(len(tokens) - 1, max(len(tokens) - 9, -1), -1):
        word = tokens[index]
        if word.endswith((",", ":", ";", ".")) and not word.endswith("U.S."):
            return -1
        if _is_role(word):
            of = tokens[index + 1 :]
            genitive = len(of) == 1 and of[0][0].isupper() and of[0].endswith("s")
            return index if not of or (of[0].lower() in _OF and len(of) > 1) or genitive else -1
    return -1


@functools.lru_cache(maxsize=1 << 15)
def _is_role(noun: str) -> bool:
    """Return whether a word is a role: in a list, or a German compound or hyphenated word that ends in one."""
    plain = noun.strip(".,").lower()
    last = plain.rpartition("-")[2]
    if last in words("roles", "roles"):
        return True
    if not last or not noun[0].isupper():
        return False
    stems = {last, last.removesuffix("s"), _singular(last, "die"), _singular(last, "der")}
    endings = tuple(sorted(words("german_roles", "roles")))
    return any(stem.endswith(endings) for stem in stems)


def _singular(noun: str, article: str) -> str:
    """Return a German role noun in the nominative."""
    lower = noun.lower()
    if _WEAK.search(lower):
        return noun[:-2]
    if _WEAK_E.search(lower):
        return noun[:-1]
    if _NOMINAL.search(lower) and article:
        stem = re.sub("[rn]$", "", noun)
        return stem if article in ("die", "eine") else stem + "r"
    if article in ("des", "eines") and lower.endswith("s") and not lower.endswith(("ss", "boss")):
        return re.sub("e?s$", "", noun) if lower.endswith("es") and not lower.endswith("chefs") else noun[:-1]
    return noun


def _phrase(lead: list[str], noun: str, of: list[str], language: str) -> str:
    """Return the phrase in the nominative, without article, its first letter large; empty when it is plural or no phrase."""
    kept: list[str] = []
    article = ""
    for word in reversed(lead[-4:]):
        small = word.lower()
        if small in _ARTICLES or _POSSESSIVES.fullmatch(small):
            article = small
            break
        if language == "de" and (small in words("no_adjectives", "roles") or not _ADJECTIVE.fullmatch(word)):
            break
        if language == "en" and (
            word.endswith(",") or not (word[0].isupper() or small in words("english_leads", "roles"))
        ):
            break
        kept.insert(0, word)
    if language == "en":
        # "Both Presidents …", "On Tuesday Senators …", "the director for the Smith campaign": nobody's role.
        if noun.lower().removesuffix("s") in words("roles", "roles") and noun.lower().endswith("s"):
            return ""
        while kept and kept[0].lower() in words("english_openers", "roles"):
            kept.pop(0)
        dangling = bool(of) and of[-1].lower() in _OF | _ARTICLES
        return "" if dangling else _capital(" ".join((*kept, noun, *of)))
    if not article and kept and kept[0][0].islower() and len(kept) < len(lead) and _PARTICIPLE.fullmatch(kept[0]):
        # An article further left still tells the case: "des 1849 verstorbenen Schriftstellers", "die aus Schweden stammende …".
        kept.pop(0)
        article = next((word.lower() for word in reversed(lead[-8:]) if word.lower() in _ARTICLES), "")
    if not article and noun.endswith("s") and {"des", "eines"} & set(map(str.lower, lead[-8:])):
        article = "des"
    kept = [word for word in kept if not _PASSING.fullmatch(word)]
    nominal = bool(_NOMINAL.search(noun.lower()))
    feminine = noun.endswith("in") or (
        nominal and (article in ("die", "eine", "einer") or (article == "der" and noun.endswith("n")))
    )
    if nominal and feminine and article in ("der", "einer"):
        article = "die"
    if article == "die" and not feminine and not noun.endswith("frau"):
        return ""
    if article == "das" and not noun.endswith("haupt"):
        article = ""
    while kept and not article and not _SURELY[feminine].fullmatch(kept[0]):
        kept.pop(0)
    adjectives = [_strong(word, feminine=feminine) for word in kept]
    return _capital(" ".join((*adjectives, _singular(noun, article), *of)))


def _strong(adjective: str, *, feminine: bool) -> str:
    """Return an adjective as it stands without an article: "russische" → "russischer" before a man's role."""
    if adjective[0].isupper() and adjective.endswith("er"):
        return adjective
    stem = re.sub("e[nrsm]?$", "", adjective)
    return f"{stem}{'e' if feminine else 'er'}" if stem != adjective else adjective


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _ordered(phrases: Mapping[str, list[Locus]], languages: tuple[str, ...], language: str) -> tuple[Role, ...]:
    """Return the roles, a fuller phrase before a shorter one it holds: "Russischer Präsident" speaks for "Präsident" too."""
    bags = {phrase: frozenset(phrase.lower().split()) for phrase in phrases}

    def weight(phrase: str) -> int:
        held = sum(len(loci) for other, loci in phrases.items() if bags[other] < bags[phrase])
        return len(phrases[phrase]) + held

    def foreign(phrase: str) -> bool:
        return all(languages[at.article] != language for at in phrases[phrase])

    order = sorted(phrases, key=lambda phrase: (foreign(phrase), -weight(phrase), -len(phrase), phrase))
    return tuple(Role(phrase, len(phrases[phrase]), tuple(phrases[phrase])) for phrase in order)
