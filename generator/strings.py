"""The interface in the reader's language: phrases, numbers, dates.

English phrases are the keys; `generator/locale/<language>.po` translates them, or `strings/<language>.po` of the site, so a third
language is one file: numbers, dates and plurals come from CLDR, the order of letters is one of its phrases. The catalogue is
read as it stands, without a compile step that could be forgotten. Babel lives in this room alone.
"""

import datetime as dt
import gettext
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_name

from generator.errors import UserError

_DIGITS = 15
"""No article writes a number with more digits that count; a quotient has as many as the machine gives."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
"""A phrase to be translated: a language that files å behind z says so there."""
_NUMBER = re.compile(r"\d+")
_BLANKS = re.compile(r"%\(\w+\)s|\{\w+\}")
"""What is filled into a phrase."""


@dataclass(frozen=True, slots=True)
class Strings:
    """One language of the interface. All methods return plain text."""

    language: str
    _catalogue: gettext.NullTranslations

    def gettext(self, phrase: str) -> str:
        """Translate a phrase; one without translation stays English."""
        return self._catalogue.gettext(phrase)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a phrase that depends on a number; `%(num)s` in it is the caller's to fill."""
        return self._catalogue.ngettext(one, many, number)

    def count(self, one: str, many: str, number: int) -> str:
        """Return a translated phrase with its number filled in: `count("%(num)s article", "%(num)s articles", 1200)`."""
        return _count(self, one, many, number)

    def number(self, value: Decimal | float) -> str:
        """Return a number as the language writes it: 1234.5 → `1.234,5`; without end ("five of seven") to six digits."""
        if type(value) is int:
            return _whole(self.language, value)
        if isinstance(value, Decimal) and len(value.as_tuple().digits) > _DIGITS:
            value = Decimal(f"{value:.6g}")
        return _number(value, self.language)

    def compact(self, value: Decimal | float) -> str:
        """Return a number as short as the axis of a drawing needs it: 85000000 → `85 Mio.`."""
        if -1_000_000 < value < 1_000_000:
            return self.number(value)
        return format_compact_decimal(value, locale=_locale(self.language), fraction_digits=1)

    def large(self, value: Decimal) -> str:
        """Return a number with its thousands in words where this says all of it: 10600000 → `10,6 Millionen`."""
        for power in (12, 9, 6):
            if abs(value) >= 10**power:
                exact = value == round(value.scaleb(-power), 2).scaleb(power)
                return _large(value, self.language) if exact else self.number(value)
        return self.number(value)

    def currency(self, code: str) -> str:
        """Return the plural name of a currency by its ISO 4217 code: `US-Dollar`; the code itself when unknown."""
        return str(get_currency_name(code, count=2, locale=_locale(self.language)))

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 code: `UA` → `Ukraine`; the code itself when unknown."""
        return str(_locale(self.language).territories.get(code, code))

    def percent(self, ratio: float) -> str:
        """Return a ratio as whole per cent: 0.81 → `81 %`."""
        return format_percent(ratio, locale=_locale(self.language))

    def date(self, value: dt.date, form: str = "long") -> str:
        """Return a date: `14. März 2023` (long), `14.03.2023` (medium), `14.03.23` (short)."""
        return _date(value, form, self.language)

    def day(self, value: dt.date) -> str:
        """Return a date without its year: `14. März`."""
        return format_skeleton("MMMMd", value, locale=_locale(self.language))

    def month(self, value: dt.date) -> str:
        """Return month and year: `März 2023`."""
        return format_date(value, "LLLL y", locale=_locale(self.language))

    def month_alone(self, value: dt.date) -> str:
        """Return a month without its year: `März`."""
        return format_date(value, "LLLL", locale=_locale(self.language))

    def enumerate(self, items: Iterable[str]) -> str:
        """Return a list in words: `Kiew, Moskau und Peking`."""
        return format_list(list(items), locale=_locale(self.language))

    def collation_key(self, text: str) -> tuple[str, str]:
        """Return a key that files names as the language's dictionaries do.

        German by DIN 5007-1: ä beside a, ß as ss; other accents fall to their letter, in every language but for the letters
        that its alphabet has. Punctuation does not count, and numbers go by their value: A 4 stands before A 35.
        """
        plain = _NUMBER.sub(lambda found: found[0].zfill(_DIGITS), _plain(text, self.gettext(_ALPHABET)))
        return plain.translate(_places(self.gettext(_ALPHABET))), text

    def initial(self, text: str) -> str:
        """Return the capital letter under which a name is filed; a digit or nothing for a name that begins otherwise."""
        return _plain(text, self.gettext(_ALPHABET))[:1].upper()

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return str(_locale(self.language).text_direction)


def strings(language: str, override: str = "") -> Strings:
    """Return the interface in a language; `override` is the text of a site's own `.po` file, whose phrases win.

    Raises `UserError` when CLDR does not know the language, or with file and line when the text is faulty.
    """
    try:
        _locale(language)
    except (UnknownLocaleError, ValueError) as error:
        raise UserError(f"site.toml: nothing is known of the language '{language}'; correct its tag") from error
    return Strings(language, _catalogue(language, override))


def untranslated(language: str, override: str = "") -> tuple[str, ...]:
    """Return the phrases that stay English in a language, in the order of the file to copy from; none in German and English."""
    if language.partition("-")[0] in ("de", "en"):
        return ()
    shipped = _read(_shipped("de"), "de")
    known = {one for text in (_shipped(language), override) if text for one in _translated(_read(text, language))}
    return tuple(one for one in _translated(shipped) if one not in known)


_MARKS: Mapping[int, str] = MappingProxyType(
    {
        ord("ß"): "ss",
        ord("ẞ"): "ss",
        ord("æ"): "ae",
        ord("ø"): "o",
        ord("œ"): "oe",
        ord("ł"): "l",
        ord("đ"): "d",
        ord("ð"): "d",
        ord("þ"): "th",
        ord("ı"): "i",
    }
)


@lru_cache(maxsize=100_000)
def _plain(text: str, alphabet: str) -> str:
    """Return the letters of a name: lower case, without accents but on letters of the alphabet, without punctuation."""
    letters = "".join(
        letter if letter in alphabet else _without_marks(letter)
        for letter in unicodedata.normalize("NFC", text.casefold())
    )
    return re.sub(r"[^\w ]+", "", letters).strip()


def _without_marks(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter.translate(_MARKS)) if not unicodedata.combining(c))


@lru_cache
def _places(alphabet: str) -> Mapping[int, int]:
    """Return the order of an alphabet's letters; none for the usual one, whose order is that of Unicode."""
    return {} if alphabet == _ALPHABET else {ord(letter): 0xE000 + place for place, letter in enumerate(alphabet)}


# A site repeats few numbers many thousand times, and CLDR's patterns are slow to apply.
@lru_cache(maxsize=10_000)
def _number(value: Decimal | float, language: str) -> str:
    return format_decimal(value, locale=_locale(language), decimal_quantization=False)


@lru_cache(maxsize=10_000)
def _large(value: Decimal, language: str) -> str:
    words = format_compact_decimal(value, format_type="long", locale=_locale(language), fraction_digits=2)
    return words.replace(" ", "\N{NO-BREAK SPACE}")


@lru_cache(maxsize=20_000)
def _date(value: dt.date, form: str, language: str) -> str:
    """Return the date; remembered, because a site shows the dates of its articles over and over."""
    return format_date(value, form, locale=_locale(language))


@lru_cache(maxsize=10_000)
def _count(strings: Strings, one: str, many: str, number: int) -> str:
    return strings.ngettext(one, many, number).replace("%(num)s", strings.number(number))


@lru_cache(maxsize=10_000)
def _whole(language: str, value: int) -> str:
    return format_decimal(value, locale=_locale(language))


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@lru_cache
def _catalogue(language: str, override: str) -> gettext.NullTranslations:
    catalogue = gettext.NullTranslations()
    for text in (_shipped(language), override):
        if not text:
            continue
        compiled = io.BytesIO()
        write_mo(compiled, _read(text, language))
        compiled.seek(0)
        layer = gettext.GNUTranslations(compiled)
        layer.add_fallback(catalogue)
        catalogue = layer
    return catalogue


def _shipped(language: str) -> str:
    """Return the phrases that come with the program: `de` serves `de-AT` too; empty when there are none."""
    file = files("generator") / "locale" / f"{language.partition('-')[0]}.po"
    return file.read_text("utf-8") if file.is_file() else ""


@lru_cache
def _read(text: str, language: str) -> Catalog:
    """Return a file of phrases; raise `UserError` with its line when it is faulty."""
    where = f"strings/{language}.po"
    try:
        catalogue = read_po(io.BytesIO(text.encode()), locale=_locale(language), abort_invalid=True)
    except PoFileError as error:
        raise UserError(f"{where}:{error.lineno + 1}: {str(error).rpartition(' on ')[0].lower()}") from error
    except (ValueError, SyntaxError) as error:
        raise UserError(f"{where}: cannot be read: {error}") from error
    for message in catalogue:
        if not message.id or not message.string:
            continue
        keys, values = (_blanks(side) for side in (message.id, message.string))
        if strange := sorted(values - keys):
            raise UserError(
                f"{where}:{message.lineno}: '{strange[0]}' is not in the English phrase; it has {', '.join(sorted(keys)) or 'nothing to fill in'}"
            )
    return catalogue


def _blanks(phrase: str | Iterable[str]) -> frozenset[str]:
    forms = (phrase,) if isinstance(phrase, str) else tuple(phrase)
    return frozenset(blank for form in forms for blank in _BLANKS.findall(form))


def _translated(catalogue: Catalog) -> tuple[str, ...]:
    """Return the English of every phrase that has a translation in all its forms, in the order of the file."""
    found = []
    for message in catalogue:
        one = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        if one and all(forms):
            found.append(one)
    return tuple(found)
