from collections.abc import Sequence

from generator.echoes import with_echoes
from generator.model import Name


def _names(text: str, *found: tuple[str, str, bool]) -> list[Name]:
    start = 0
    names = []
    for words, label, certain in found:
        start = text.index(words, start)
        names.append(Name(start, start + len(words), label, certain))  # type: ignore[arg-type]
        start += len(words)
    return names


def _echoes(texts: Sequence[str], *found: Sequence[Name]) -> list[list[str]]:
    return [
        [text[e.start : e.end] for e in echoes]
        for text, (_, echoes) in zip(texts, with_echoes(texts, found), strict=True)
    ]


def test_a_surname_is_found_again_also_in_the_genitive() -> None:
    texts = ("Der Staatschef Xi Jinping kommt.", "Xi lacht über Jinpings Witz, sagt Jinping.")
    found = (_names(texts[0], ("Xi Jinping", "PERSON", True)), _names(texts[1], ("Xi", "PERSON", False)))
    assert _echoes(texts, *found) == [[], ["Jinpings", "Jinping"]]


def test_an_unsure_name_is_sure_when_the_article_is() -> None:
    texts = ("Xi Jinping kommt.", "Xi lacht.")
    found = (_names(texts[0], ("Xi Jinping", "PERSON", True)), _names(texts[1], ("Xi", "PERSON", False)))
    ((name,), _) = with_echoes(texts, found)[1]
    assert name.certain


def test_what_was_never_sure_is_not_looked_for() -> None:
    texts = ("Müllers Mühle.", "Die Mühle von Müllers steht.")
    assert _echoes(texts, _names(texts[0], ("Müllers", "PERSON", False)), ()) == [[], []]


def test_an_ordinary_noun_is_no_surname() -> None:
    texts = ("Anna Richter klagt.", "Der Richter schweigt. Richter lächelt.")
    ((), (), (echo, *others)) = (
        (),
        (),
        with_echoes(texts, (_names(texts[0], ("Anna Richter", "PERSON", True)), ()))[1][1],
    )
    assert (texts[1][echo.start : echo.end], echo.start, echo.certain, others) == ("Richter", 22, False, [])


def test_places_and_organisations_are_found_again_but_not_inside_words() -> None:
    texts = ("Kiew und die Nato.", "Die Nato in Kiew, Nato-Staaten, Kiewer, Kiews Nacht.")
    found = (_names(texts[0], ("Kiew", "PLACE", True), ("Nato", "ORGANISATION", True)), ())
    assert _echoes(texts, *found) == [[], ["Nato", "Kiew", "Kiews"]]


def test_a_form_with_two_labels_is_left_alone() -> None:
    texts = ("Santos liegt in Brasilien.", "Santos sprach.", "Santos ist groß.")
    found = (_names(texts[0], ("Santos", "PLACE", True)), _names(texts[1], ("Santos", "PERSON", True)), ())
    assert _echoes(texts, *found) == [[], [], []]


def test_echoes_touch_nothing_that_was_found() -> None:
    texts = ("Anna Lee und die Lee Gruppe.", "Die Lee Gruppe.")
    found = (
        _names(texts[0], ("Anna Lee", "PERSON", True), ("Lee Gruppe", "ORGANISATION", True)),
        _names(texts[1], ("Lee Gruppe", "ORGANISATION", True)),
    )
    assert _echoes(texts, *found) == [[], []]
