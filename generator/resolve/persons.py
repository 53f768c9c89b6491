"""Names of persons taken apart: titles, first names, particles, family name.

The order of a name is read from the name itself: "Putin, Wladimir" is turned round, "Xi Jinping", "Kim Jong-un" and
"Orbán Viktor" have the family name first. What cannot be told counts as western.
"""

import functools
import re
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.resolve.lists import words
from generator.resolve.spelling import dropped, spelled, tidy

_NUMERAL = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_PAIR = re.compile(r"(?!Ed|Al|Jo|Bo|Li|Hu|Xi)[A-Z]{2}")
"""Two initials without their points: "CY Leung"."""
_SHORTENED = MappingProxyType({"v.": "von", "d.": "der", "z.": "zu"})
"""Particles as they are shortened: "Ursula v. d. Leyen"."""
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s*[„“”\"»«‚‘][^„“”\"»«‚‘’]+[“”\"»«‘’](?=\s|$)")
_SUFFIXES = frozenset("jr jr. sr sr. junior senior jun. sen. mdb md ph.d. phd".split())
_NOBLE = frozenset(
    "graf gräfin freiherr freifrau prinz prinzessin fürst fürstin edler ritter baron baronin herzog kardinal".split()
)
_OFFICES = tuple(
    "chef chefin politiker politikerin minister ministerin präsident präsidentin kanzler kanzlerin sekretär sekretärin bürgermeister bürgermeisterin sprecher sprecherin abgeordneter abgeordnete".split()
)
"""Ends of compounds that are titles: "SPD-Chef", "Bundesjustizminister"."""
_WOMEN = tuple(office for office in _OFFICES if office.endswith("in"))
_ARTICLES = re.compile(r"((?i:al|el|as|ash|asch|ad|an|ar|at|ul|ol)[-‐]|(?:El|Al)(?=[A-Z]))(?=\w{3})")
_ONLY_SMALL = frozenset(
    "al el ben as asch ash ad an ar at af y e i auf und ap mac mc st saint san la las los lo".split()
)
_JOINING = frozenset("y e i und".split())
# One or two syllables as Pinyin writes them: after a Chinese family name, enough to know the order.
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ui|un|ue|a|o|e|i|u|ü)){1,2}"
)
_SYLLABLE = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]{0,4}[aeiouyăâêôơưüŏŭ]{1,3}(?:ng|ck|ch|nh|[nklmptrhsbc])?){1,2}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, as written."""

    given: tuple[str, ...]
    """First names and initials; empty for a bare family name or a name of one word."""
    particles: tuple[str, ...]
    """Small words in front of the family name as written ("von", "der", "al-", "Le")."""
    surname: tuple[str, ...]
    """Words of the family name; never empty."""
    suffix: str = ""
    """"jr", "sr" or a numeral."""
    reversed: bool = False
    """Whether the family name stands first in running text."""

    family: str = field(init=False)
    """The family name with its particles."""
    heading: str = field(init=False)
    """The name in the order of running text, titles set aside."""

    def __post_init__(self) -> None:
        family = " ".join((*self.particles, *self.surname)).replace("- ", "-")
        parts = (*self.surname, *self.given) if self.reversed else (*self.given, family)
        object.__setattr__(self, "family", family)
        object.__setattr__(self, "heading", " ".join((*parts, self.suffix)) if self.suffix else " ".join(parts))

    @property
    def full(self) -> bool:
        """Whether there is a first name besides the family name."""
        return bool(self.given)

    @property
    def sort_key(self) -> str:
        """How an index files it: "Putin, Wladimir"; particles go with the first names as DIN 5007 has it."""
        # "Le Pen" and "De Niro" are filed under their particle, "von der Leyen" and "al-Assad" are not.
        own = tuple(p for p in self.particles if p[0].isupper())
        small = tuple(p.rstrip("-") for p in self.particles if not p[0].isupper())
        family, given = " ".join((*own, *self.surname)), " ".join((*self.given, *small))
        named = f"{family}, {given}" if given else family
        return f"{named} {self.suffix}" if self.suffix else named


@functools.lru_cache(maxsize=1 << 16)
def parse_person(text: str) -> PersonName:
    """Return the parts of a person's name; titles, nicknames in quotes and brackets are set aside.

    >>> parse_person("Dr. Ursula von der Leyen").family
    'von der Leyen'
    >>> parse_person("Xi Jinping").surname, parse_person("Putin, Wladimir").given
    (('Xi',), ('Wladimir',))
    """
    name = tidy(_BRACKETS.sub("", text)) or tidy(text)
    left, comma, right = name.partition(",")
    turned = bool(comma and right.strip() and right.strip().lower() not in _SUFFIXES and "," not in right)
    tokens = _tokens(f"{right} {left}" if turned else name.replace(",", " "))
    tokens = _without_titles(tokens)
    suffix = ""
    while len(tokens) > 1 and tokens[-1].lower() in _SUFFIXES:
        suffix = tokens[-1].lower().rstrip(".")[:2]
        tokens = tokens[:-1]
    if len(tokens) > 1 and _NUMERAL.fullmatch(tokens[-1]):
        # "Johannes Paul II." and "Elisabeth II." have no family name: all of it is the name.
        return PersonName((), (), tokens[:-1], tokens[-1].rstrip(".") + ".")
    if len(tokens) == 1:
        particles, surname = _article(tokens[0])
        return PersonName((), particles, (surname,), suffix)
    if not turned and _family_first(tokens):
        return PersonName(tokens[1:], (), tokens[:1], suffix, reversed=True)
    start = _family_start(tokens)
    if turned:
        start = min(start, len(tokens) - len(_tokens(left)))
    particles_, surname_ = _split_family(tokens[start:])
    return PersonName(tokens[:start], particles_, surname_, suffix)


def _tokens(name: str) -> tuple[str, ...]:
    found: list[str] = []
    tokens = name.split()
    for index, token in enumerate(tokens):
        if _INITIALS.fullmatch(token):
            letters = token.replace(".", "")
            # "v.d. Leyen", but "V.D. Smith".
            found.extend(_SHORTENED.get(f"{letter}.", f"{letter}.") for letter in letters)
        elif index == 0 and _PAIR.fullmatch(token) and tokens[-1] != tokens[-1].upper():
            found.extend(f"{letter}." for letter in token)
        elif index:
            found.append(_SHORTENED.get(token, token))
        else:
            found.append(token)
    return tuple(found)


def _without_titles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    while start < len(tokens) - 1 and _is_title(tokens[start].lower()):
        # "Herzog" is a title before a name and a family name after one; "Prinz von Hessen" stays whole.
        if tokens[start + 1].lower() in words("particles") and tokens[start].lower() in _NOBLE:
            break
        start += 1
    kept = tokens[start:]
    return (kept[0], *(t for t in kept[1:-1] if t.lower() not in _NOBLE), kept[-1]) if len(kept) > 2 else kept


@functools.lru_cache(maxsize=1 << 16)
def addressed(text: str) -> str:
    """Return `f` or `m` where the titles before a name tell a woman from a man, else nothing.

    >>> addressed("Frau Müller"), addressed("König Charles"), addressed("Dr. Müller")
    ('f', 'm', '')
    """
    tokens = tidy(text).lower().split()
    for token in tokens[:-1]:
        plain = token.rstrip(".")
        if not _is_title(token):
            return ""
        if (
            plain in words("women")
            or plain.endswith(_WOMEN)
            or (plain.endswith("in") and plain[:-2] in words("titles"))
        ):
            return "f"
        if plain in words("men") or f"{plain}in" in words("titles") or f"{plain}in".endswith(_WOMEN):
            return "m"
    return ""


def _is_title(token: str) -> bool:
    plain = token.rstrip(".")
    if plain in words("titles") or (token != plain and plain in words("dotted_titles")):
        return True
    return plain.rpartition("-")[2] in _OFFICES or (len(plain) > 10 and plain.endswith(_OFFICES))


def _article(token: str) -> tuple[tuple[str, ...], str]:
    """Split "al-Assad" into its article and the rest."""
    match = _ARTICLES.match(token)
    return ((match[1],), token[match.end() :]) if match else ((), token)


def _split_family(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    particles: list[str] = []
    rest = list(tokens)
    while len(rest) > 1 and rest[0].lower() in words("particles"):
        particles.append(rest.pop(0))
    if len(rest) > 1 and rest[1].lower() in _JOINING:
        return tuple(particles), tuple(rest)
    extra, head = _article(rest[0])
    return (*particles, *extra), (head, *rest[1:])


def _family_start(tokens: tuple[str, ...]) -> int:
    """Return the index of the token at which the family name begins."""
    for index, token in enumerate(tokens[:-1]):
        small = token.lower()
        if small in words("particles") and (
            token == small or (small not in _ONLY_SMALL and (index == 0 or tokens[index - 1]))
        ):
            if small in _JOINING:
                return max(index - 1, 0)
            return index
    return len(tokens) - 1


def _family_first(tokens: tuple[str, ...]) -> bool:
    """Return whether a name has the Chinese, Korean, Vietnamese or Hungarian order."""
    if len(tokens) > 4 or any("." in token for token in tokens):
        return False
    first, rest = tokens[0].lower(), tokens[1:]
    if first in words("asian_surnames") or dropped(first) in words("asian_surnames"):
        parts = [part for token in rest for part in dropped(token).split("-")]
        if any(spelled(token) in words("given") for token in rest) and "-" not in "".join(rest):
            return False
        if len(parts) > 1:
            return len(parts) <= 3 and all(_SYLLABLE.fullmatch(part) for part in parts)
        return first not in words("given") and bool(_PINYIN.fullmatch(parts[0]))
    if len(tokens) == 2 and rest[0].lower() in words("hungarian_given"):
        return first not in words("given") and first not in words("hungarian_given")
    return False


def is_initial(token: str) -> bool:
    """Return whether a first name is only its first letter."""
    return bool(_INITIAL.fullmatch(token))
