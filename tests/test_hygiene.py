"""Hygiene: pieces of one line, and datelines."""

import datetime as dt

import pytest

from generator.hygiene import find_dateline, find_pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiew, Peking Der russische Präsident sprach.", "Kiew, Peking"),
        ("BERLIN (dpa) – Der Bundestag tagt.", "BERLIN (dpa) –"),
        ("Berlin/München (dpa/lby) - Im Streit ist Ruhe.", "Berlin/München (dpa/lby) -"),
        ("Berlin, 14. März 2023 – Das Kabinett tagt.", "Berlin, 14. März 2023 –"),
        ("DAKAR, 25. März. Vom Gefängnis in den Palast in zehn Tagen ging es.", "DAKAR, 25. März."),
        ("Kiew/Moskau. Die Gespräche sind gescheitert, hieß es.", "Kiew/Moskau."),
        ("Wien – Die Regierung hat sich geeinigt.", "Wien –"),
        ("Oberndorf am Neckar. Als sie das erste Mal Plakate klebte, fragte niemand.", "Oberndorf am Neckar."),
        ("St. Gallen (sda) Nach der Wahl ist vor der Wahl.", "St. Gallen (sda)"),
        ("Washington Nach dem Treffen reiste er ab.", "Washington"),
        ("«Nein», sagt er. Berlin – Das war es.", None),
        ("Der Kanzler – Das war gestern.", None),
        ("Paris. London. Rom. Alle Städte waren dabei und keine fehlte.", None),
        ("Endlich. Nach elf Jahren Bauzeit fährt die Bahn.", None),
        ("Berlin hat gewählt. Die Koalition verliert.", None),
        ("Olaf Scholz – der Kanzler – sprach.", None),
        ("Kommissar Müller Der Fall ist gelöst.", None),
    ],
)
def test_a_dateline_is_found_where_there_is_one(text: str, expected: str | None) -> None:
    found = find_dateline(text, 0, len(text), "de")
    assert (text[: found.end] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Berlin, 14. März 2023 – Das Kabinett tagt.", "de", dt.date(2023, 3, 14)),
        ("Wien, 3.2.2024 – Das Kabinett tagt.", "de", dt.date(2024, 2, 3)),
        ("Freitag, 30. Dezember 2022", "de", dt.date(2022, 12, 30)),
        ("Saturday, January 5, 2019", "en", dt.date(2019, 1, 5)),
        ("New York, 5. Mai (Reuters) - Die Aktie fiel.", "de", None),
        ("Wien, 31. Februar 2024 – Das Kabinett tagt.", "de", None),
    ],
)
def test_a_dateline_names_a_day_when_it_names_the_year(text: str, language: str, expected: dt.date | None) -> None:
    found = find_dateline(text, 0, len(text), language)
    assert found is not None
    assert found.date == expected


def test_a_stretch_inside_a_text_is_read_by_itself() -> None:
    text = "davor Artikel merken Die Bahn fährt wieder. danach"
    pieces = find_pieces(text, 6, 43, "de")
    assert [(piece.kind, text[piece.start : piece.end]) for piece in pieces] == [
        ("leftover", "Artikel merken"),
        ("paragraph", "Die Bahn fährt wieder."),
    ]


def test_white_space_has_no_pieces() -> None:
    assert find_pieces("  \n ", 0, 4, "de") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Facebook Twitter WhatsApp", "leftover"),
        ("Zur Startseite", "leftover"),
        ("Lesedauer: 3 Minuten", "leftover"),
        ("Aktualisiert am 12.03.2023, 10:32 Uhr", "leftover"),
        ("© 2023 Beispiel. Alle Rechte vorbehalten.", "leftover"),
        ("Bitte aktivieren Sie JavaScript in Ihrem Browser.", "leftover"),
        ("Foto: Anna Gruber", "credit"),
        ("© imago images/Sven Simon", "credit"),
        ("Bild: Nächtliche Szene vor dem Haus", "paragraph"),
        ("Das könnte Sie auch interessieren: Zehn Tipps", "teaser"),
        ("Mehr: Die neue Achse", "teaser"),
        ("Mehr Geld für die Schulen fordert der Rat.", "paragraph"),
        ("Siehe auch: Haushalt", "teaser"),
    ],
)
def test_a_whole_line_is_named(text: str, kind: str) -> None:
    assert [piece.kind for piece in find_pieces(text, 0, len(text), "de")] == [kind]
