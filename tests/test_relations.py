"""Who is named with whom, which articles belong together, and first and last mentions."""

from dataclasses import replace
from decimal import Decimal

from generator.model import Corpus, Locus, Quantity
from generator.relations import FigureAt, relate
from generator.resolve import resolve
from tests.resolving import several


def _corpus(marked: str) -> Corpus:
    return resolve(several(marked))


FOUR = """{P:Ada Lovelace} traf {P:Charles Babbage} in {L:London}. Es regnete. Später kam {P:Mary Somerville}.
---
{P:Ada Lovelace} schrieb {P:Charles Babbage}. {L:London} schwieg.
---
In {L:London} sprach {P:Michael Faraday}.
---
In {L:London} sprach niemand."""


def test_a_rare_name_in_the_same_sentence_is_the_closest_companion() -> None:
    companions = relate(_corpus(FOUR)).companions["people/ada-lovelace"]
    assert [c.entity for c in companions] == ["people/charles-babbage", "people/mary-somerville", "places/london"]
    assert (companions[0].articles, companions[0].sentences, companions[0].where) == (2, 2, Locus(0, 1))


def test_articles_are_related_by_what_few_others_name() -> None:
    relatives = relate(_corpus(FOUR)).relatives
    assert [(r.article, r.shared) for r in relatives[0]] == [(1, ("people/ada-lovelace", "people/charles-babbage"))]
    assert relatives[2] == ()


def test_first_and_last_mention_follow_the_dates() -> None:
    relations = relate(_corpus(FOUR))
    assert (relations.first["places/london"], relations.last["places/london"]) == (Locus(3, 0), Locus(0, 2))


def test_figures_of_the_same_sentence_stand_by_an_entity() -> None:
    corpus = _corpus("{P:Ada Lovelace} zählte 12 Vögel. {P:Mary Somerville} schlief. Es waren 13.")
    text = corpus.articles[0].document.text
    figures = tuple(
        Quantity(start=at, end=at + 2, text=text[at : at + 2], kind="number", value=Decimal(text[at : at + 2]))
        for at in (text.index("12"), text.index("13"))
    )
    counted = replace(corpus, articles=(replace(corpus.articles[0], figures=figures),))
    assert dict(relate(counted).figures) == {"people/ada-lovelace": (FigureAt(0, 0),)}


def test_open_surnames_and_demonyms_take_no_part() -> None:
    corpus = _corpus("{P:Hans Müller}, {P:Petra Müller}, {P:Müller} und {D:russische>Russland} Gäste.\n---\nNichts.")
    assert set(relate(corpus).companions) == {"people/hans-mueller", "people/petra-mueller"}
