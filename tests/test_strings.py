import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator.errors import UserError
from generator.strings import strings, untranslated

ROOT = Path(__file__).parent.parent
SINGLE = re.compile(r'(?:\b_|\bgettext)\(\s*"((?:[^"\\]|\\.)*)"')
PLURAL = re.compile(r'(?:ngettext|\bcount)\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"')
SAME = (
    "Person",
    "Organisation",
    "Original",
    "Name",
    "Text",
    "Index",
    "Region",
    "JSON",
    "CSV",
    "Filter",
    "Atom",
    "TEI",
    "GeoJSON",
)
"""Phrases that are the same in German."""


def _phrases() -> list[tuple[str, str, str]]:
    """Every phrase in templates and pages, in singular and plural, with the file it stands in."""
    paths = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("generator/pages/*.py"), *ROOT.glob("generator/search.py")]
    texts = [(path.name, path.read_text("utf-8")) for path in paths]
    single = {(m[1], m[1], name) for name, text in texts for m in SINGLE.finditer(text)}
    return sorted(single | {(m[1], m[2], name) for name, text in texts for m in PLURAL.finditer(text)})


def test_numbers_and_dates_are_written_as_the_language_writes_them() -> None:
    german, english = strings("de"), strings("en")
    assert (german.number(Decimal("1234567.5")), english.number(Decimal("1234567.5"))) == ("1.234.567,5", "1,234,567.5")
    assert (german.percent(0.81), english.percent(0.81)) == ("81\N{NO-BREAK SPACE}%", "81%")
    assert german.date(dt.date(2023, 3, 14)) == "14. März 2023"
    assert english.date(dt.date(2023, 3, 14)) == "March 14, 2023"
    assert german.month(dt.date(2023, 3, 14)) == "März 2023"
    assert german.enumerate(["Kiew", "Moskau", "Peking"]) == "Kiew, Moskau und Peking"


def test_counts_choose_singular_and_plural() -> None:
    german = strings("de")
    assert german.count("%(num)s mention", "%(num)s mentions", 1) == "1 Nennung"
    assert german.count("%(num)s mention", "%(num)s mentions", 1200) == "1.200 Nennungen"
    assert strings("en").count("%(num)s mention", "%(num)s mentions", 2) == "2 mentions"


def test_a_sites_own_phrases_win() -> None:
    own = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "People"\nmsgstr "Menschen"\n'
    assert strings("de", own).gettext("People") == "Menschen"
    assert strings("de", own).gettext("Places") == "Orte"


def _file(**phrases: str) -> str:
    """A file of phrases with one for the alphabet or another."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    return head + "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in phrases.items())


def test_a_third_language_brings_its_alphabet() -> None:
    latin = "abcdefghijklmnopqrstuvwxyz"
    swedish = strings("sv", _file(**{latin: latin + "åäö"}))
    names = ["Öberg", "Zorn", "Åberg", "Oré", "Ära", "Orb"]
    assert sorted(names, key=swedish.collation_key) == ["Orb", "Oré", "Zorn", "Åberg", "Ära", "Öberg"]
    assert [swedish.initial(name) for name in ("Åberg", "Éluard", "3M", "…")] == ["Å", "E", "3", ""]
    assert strings("de").initial("Österreich") == "O"


def test_a_third_language_runs_its_own_way() -> None:
    assert (strings("fr").direction, strings("ar").direction) == ("ltr", "rtl")
    assert strings("pt-BR").number(Decimal("1234567.5")) == "1.234.567,5"
    assert strings("de-AT").gettext("People") == "Personen"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (_file(People="%(nmae)s"), r"strings/fr\.po:\d+: '%\(nmae\)s' is not in the English phrase"),
        ('msgid "a"\nnonsense\n', r"strings/fr\.po:\d+: "),
    ],
)
def test_a_faulty_file_of_phrases_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        strings("fr", text)


def test_a_language_that_nobody_knows_is_named() -> None:
    with pytest.raises(UserError, match="nothing is known of the language 'xx'"):
        strings("xx")


def test_phrases_without_translation_are_known() -> None:
    assert "People" in untranslated("fr")
    assert "People" not in untranslated("fr", _file(People="Personnes"))
    assert untranslated("de") == untranslated("en") == ()


def test_numbers_in_names_go_by_their_value() -> None:
    names = ["A 35", "A 4", "A 2", "10. Bezirk", "1. FC Köln"]
    assert sorted(names, key=strings("de").collation_key) == ["1. FC Köln", "10. Bezirk", "A 2", "A 4", "A 35"]
    assert strings("de").initial("10. Bezirk") == "1"


def test_german_is_filed_by_din_5007() -> None:
    names = ["Zürich", "Österreich", "Oslo", "Ostsee", "Ötztal", "Straße", "Strasse", "Łódź", "Lodz", "Loden"]
    assert sorted(names, key=strings("de").collation_key) == [
        "Loden",
        "Lodz",
        "Łódź",
        "Oslo",
        "Österreich",
        "Ostsee",
        "Ötztal",
        "Strasse",
        "Straße",
        "Zürich",
    ]


def test_every_phrase_of_the_interface_is_translated() -> None:
    german = strings("de")
    missing = [
        f"{place}: {one}"
        for one, many, place in _phrases()
        if one not in SAME and german.gettext(one) == one and german.ngettext(one, many, 2) == many
    ]
    assert missing == []
