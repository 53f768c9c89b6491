"""Names at their edges: what stands beside a name says whether it is one and where it ends; whole names everybody knows are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Name
from generator.ner.bounds import bounded
from generator.ner.known import with_known

LABELS = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORGANISATION"}


def _marked(text: str) -> tuple[str, tuple[Name, ...]]:
    """Read a text with names in brackets: "[PER Anna] lacht"."""
    plain, names = "", []
    for n, part in enumerate(text.replace("]", "[").split("[")):
        if n % 2:
            label, _, name = part.partition(" ")
            names.append(Name(len(plain), len(plain) + len(name), LABELS[label], certain=True, score=0.9))  # type: ignore[arg-type]
            plain += name
        else:
            plain += part
    return plain, tuple(names)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A [LOC Lyon]-based firm met ex-[LOC UK] staff.", "A Lyon-based firm met ex-UK staff."),
        ("Then [LOC Han Sol]-gi spoke.", "Then [PER Han Sol-gi] spoke."),
        ("Then [PER Han] Sol-gi spoke.", "Then [PER Han Sol-gi] spoke."),
        ("First [PER Lady Ada Moss] and [PER Judge Tom Hill QC] left.", "First Lady [PER Ada Moss] and Judge [PER Tom Hill] QC left."),
        ("It cost nine [LOC US] dollars in the [LOC US].", "It cost nine US dollars in the [LOC US]."),
        ("Der [ORG Airbus] A320 und ein [ORG Audi Q5] von [ORG Audi].", "Der Airbus A320 und ein Audi Q5 von [ORG Audi]."),
        ("Back in [PER Washington], D.C., they met.", "Back in [LOC Washington, D.C.], they met."),
        ("Sie traf [PER Li Wen.] Dann ging sie zur [ORG Muster Inc.] heim.", "Sie traf [PER Li Wen]. Dann ging sie zur [ORG Muster Inc.] heim."),
        ("Im Kreis [LOC Mecklenburg-] und anderswo", "Im Kreis Mecklenburg- und anderswo"),
        ('Mit [PER Yard „Til]“ und der [ORG Muster"-Gruppe]', 'Mit [PER Yard] „Til“ und der [ORG Muster]"-Gruppe'),
        ("Das [ORG Haus „Ideal“ Bonn] (Süd)", "Das [ORG Haus „Ideal“ Bonn] (Süd)"),
        ("Hurrikan „[PER Zoe]“ traf [LOC Kuba].", "Hurrikan „Zoe“ traf [LOC Kuba]."),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_says_what_it_is_and_where_it_ends(before: str, after: str) -> None:
    text, names = _marked(before)
    expected_text, expected = _marked(after)
    (found,) = bounded((text,), (names,))
    assert text == expected_text
    assert [(n.start, n.end, n.label) for n in found] == [(n.start, n.end, n.label) for n in expected]


def test_a_storm_is_no_person_in_the_whole_article() -> None:
    first, second = _marked("Taifun [PER Zoe] zieht ab."), _marked("[PER Zoe] war stark, sagt [PER Zoe Bär].")
    found = bounded((first[0], second[0]), (first[1], second[1]))
    assert found == ((), (second[1][1],))


@pytest.mark.parametrize(
    "text",
    [
        "Der [ORG Weltsicherheitsrat] tagt, die Lage des [ORG Deutschen Wetterdienstes] ist gut.",
        "Auf Antrag der [ORG Europäischen Kommission] schwieg [ORG Human Rights Watch].",
        "He told [ORG USA Today] about the [ORG Islamic State of Iraq and the Levant].",
        "Die Sozialdemokraten lesen den Wall Street Journalismus nicht.",
    ],
)
def test_organisations_everybody_knows_are_found_in_every_case(text: str) -> None:
    plain, names = _marked(text)
    (found,) = with_known((plain,), ((),))
    assert [(n.start, n.end, n.label) for n in found] == [(n.start, n.end, n.label) for n in names]


def test_a_known_organisation_replaces_what_lay_across_it_but_not_what_it_is_a_part_of() -> None:
    text, part = _marked("They read [LOC USA] Today.")
    assert [(n.start, n.end, n.label) for n in with_known((text,), (part,))[0]] == [(10, 19, "ORGANISATION")]
    text, whole = _marked("Das [ORG USA Today Network] schweigt.")
    assert with_known((text,), (whole,)) == (whole,)


@given(
    st.lists(
        st.sampled_from(
            "[PER Li Wen.]|[LOC USA] Today|Sturm „|-based|, D.C.| A320|[ORG Audi]| [PER Ada]|Lady ".split("|")
        )
    )
)
def test_names_stay_sorted_and_disjoint(parts: list[str]) -> None:
    text, names = _marked(" ".join(parts))
    (found,) = bounded((text,), with_known((text,), (names,)))
    ends = [0, *(n.end for n in found)]
    assert all(end <= n.start < n.end <= len(text) for end, n in zip(ends, found, strict=False))
