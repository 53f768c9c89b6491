from generator.relations import MOST, related
from tests.written import write_article, write_corpus


def relations(*texts: str) -> list[list[tuple[int, tuple[str, ...]]]]:
    corpus = write_corpus(write_article(f"a{number}", text) for number, text in enumerate(texts))
    return [[(relation.article, relation.shared) for relation in found] for found in related(corpus)]


EVERYWHERE = "[Kiew|places/kiew]"
ADA, BEN = "[Ada|people/ada] und [Ada|people/ada]", "[Ben|people/ben]"


def test_articles_that_share_a_rare_name_are_related_and_the_name_is_the_reason() -> None:
    found = relations(f"{EVERYWHERE} {ADA}", f"{EVERYWHERE} {ADA}", EVERYWHERE, EVERYWHERE, EVERYWHERE)
    assert found == [[(1, ("people/ada",))], [(0, ("people/ada",))], [], [], []]


def test_what_all_articles_name_relates_none() -> None:
    assert relations(*[EVERYWHERE] * 5) == [[]] * 5


def test_more_shared_names_come_first_and_the_most_telling_name_leads() -> None:
    found = relations(f"{ADA} {BEN}", ADA, f"{ADA} {BEN}", *["Nichts."] * 6)
    assert found[0] == [(2, ("people/ada", "people/ben")), (1, ("people/ada",))]


def test_demonyms_relate_nothing() -> None:
    russian = "[russische|~places/russland]"
    assert relations(russian, russian, "Nichts.", "Nichts.") == [[]] * 4


def test_of_equals_the_nearest_in_time_come_first_and_there_are_never_many() -> None:
    found = relations(*[ADA] * (MOST + 3), *["Nichts."] * 30)
    assert [article for article, _ in found[3]] == [2, 4, 1, 5]


def test_a_common_name_in_passing_is_no_reason() -> None:
    assert relations(*["[Syrien|places/syrien]"] * 20, *["Nichts."] * 80)[0] == []


def test_an_empty_corpus_has_no_relations() -> None:
    assert relations() == []
