"""Who is named with whom: what is drawn, and the list that says the same."""

from html.parser import HTMLParser

from generator.model import Corpus
from generator.pages.network import FEWEST, NetworkView, Pair, network_page
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus

SIX = ("people/ada", "people/ben", "people/cem", "places/aarwil", "places/bern", "organisations/nato")


def _view(corpus: Corpus, language: str = "de") -> NetworkView:
    view = next(network_page(sample_site(corpus, language))).view
    assert isinstance(view, NetworkView)
    return view


def _between(corpus: Corpus, *names: str) -> Pair:
    view = _view(corpus)
    return next(pair for pair in (*view.pairs, *view.further) if {pair.one.name, pair.other.name} == set(names))


def _names(*identifiers: str) -> str:
    return " sprach lange mit ".join(f"[{identifier.split('/')[1].title()}|{identifier}]" for identifier in identifiers)


def _circle() -> Corpus:
    """Six entities; each named with the next in two articles."""
    pairs = list(zip(SIX, (*SIX[1:], SIX[0]), strict=True))
    return write_corpus(
        write_article(f"a{number}-{again}", f"{_names(*pair)}.\nEs war kalt.", title=f"Treffen {number}.{again}")
        for number, pair in enumerate(pairs)
        for again in (1, 2)
    )


def test_names_that_articles_keep_naming_together_are_tied() -> None:
    view = _view(_circle())
    assert sorted(member.name for member in view.members) == ["Aarwil", "Ada", "Ben", "Bern", "Cem", "Nato"]
    assert {frozenset((pair.one.name, pair.other.name)) for pair in view.pairs} == {
        frozenset(pair) for pair in (("Ada", "Ben"), ("Ben", "Cem"), ("Cem", "Aarwil"), ("Aarwil", "Bern"), ("Bern", "Nato"), ("Nato", "Ada"))
    }  # fmt: skip
    assert len(view.wide.threads) == len(view.narrow.threads) == len(view.pairs) + len(view.further)
    assert view.summary == "6 Namen, 6 Paare"


def test_once_in_passing_is_no_tie() -> None:
    corpus = write_corpus([write_article("a", _names(*SIX) + ".")])
    assert _view(corpus).members == ()


def test_a_pair_shows_a_sentence_with_both_and_the_articles() -> None:
    pair = _between(_circle(), "Ada", "Ben")
    assert "".join(words for words, _ in pair.passage) == "Ada sprach lange mit Ben."
    assert [words for words, name in pair.passage if name] == ["Ada", "Ben"]
    assert pair.target == "articles/a0-1.html#m-1"
    assert [title.title for title in pair.titles] == ["Treffen 0.1", "Treffen 0.2"]
    assert (pair.articles, pair.share, pair.more) == (2, 100, 0)


def test_names_in_two_sentences_show_one_of_them() -> None:
    far = write_corpus(
        write_article(
            f"b{number}", f"[Ada|people/ada] kam.\n{'Es regnete. ' * 9}\n[Ben|people/ben] ging.\n{_names(*SIX[2:])}."
        )
        for number in range(2)
    )
    pair = _between(far, "Ada", "Ben")
    assert "".join(words for words, _ in pair.passage) == "Ada kam."


def test_a_list_of_names_says_less_than_a_sentence_about_both() -> None:
    corpus = write_corpus(
        (
            write_article("liste", "Es kamen [Ada|people/ada], [Ben|people/ben].\n" + _names(*SIX[2:]) + "."),
            write_article("rede", _names(*SIX) + "."),
        )
    )
    pair = _between(corpus, "Ada", "Ben")
    assert pair.target.startswith("articles/rede.html")


def test_of_many_entities_those_that_hold_together_most_are_drawn() -> None:
    people = [f"people/p{number}" for number in range(120)]
    articles = [
        write_article(f"a{number}-{again}", f"{_names(people[number], people[(number + step) % 120])}.")
        for step in (1, 2)
        for number in range(120 if step == 1 else 60)
        for again in range(2 * step)
    ]
    view = _view(write_corpus({article.document.slug: article for article in articles}.values()))
    assert FEWEST <= len(view.members) <= 50
    assert len(view.wide.threads) <= 2.2 * len(view.members)
    tied = {number for thread in view.wide.threads for number in (thread.one, thread.other)}
    assert tied == set(range(len(view.members)))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.knots: list[str] = []
        self.listed: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "a" and "knot" in (values.get("class") or ""):
            self.knots.append(values["href"] or "")
        elif tag == "a":
            self.listed.add(values.get("href") or "")


def test_whoever_is_drawn_stands_in_the_list_too() -> None:
    site = sample_site(_circle())
    html = render_pages(site, *network_page(site))["network/index.html"]
    links = _Links()
    links.feed(html)
    assert len(links.knots) == 2 * 6
    assert set(links.knots) <= links.listed
    assert "style=" not in html


def test_a_small_collection_says_that_there_is_not_enough_yet() -> None:
    for corpus in (write_corpus(()), write_corpus([write_article("a", "[Ada|people/ada] und [Ben|people/ben].")])):
        site = sample_site(corpus)
        html = render_pages(site, *network_page(site))["network/index.html"]
        assert "Noch zu wenig" in html
        assert '<svg class="network' not in html


def test_every_index_leads_to_the_network() -> None:
    pages = render_pages(sample_site())
    for path in ("index.html", "people/index.html", "places/index.html", "organisations/index.html"):
        assert "network/index.html" in pages[path].partition("<main")[2].partition("</main>")[0]
