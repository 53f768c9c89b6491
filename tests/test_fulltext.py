"""The full text as an index that the search page asks."""

import gzip
import json

import pytest

from generator.fulltext import ORDER, full_text, full_text_installed, full_text_key
from tests.written import small_corpus, write_article, write_corpus

needs_pagefind = pytest.mark.skipif(
    not full_text_installed(), reason="Pagefind is not installed; it comes with the extra `search`"
)


@needs_pagefind
def test_the_index_has_every_article_but_those_not_to_be_indexed() -> None:
    paths = [artifact.path for artifact in full_text(small_corpus(), "de")]
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= set(paths)
    assert sum(path.endswith(".pf_fragment") for path in paths) == 2
    assert paths == sorted(paths)


@needs_pagefind
def test_the_same_articles_give_the_same_bytes() -> None:
    corpus = write_corpus([write_article("a", "Ein Text"), write_article("b", "A text", language="en")])
    assert full_text(corpus, "de") == full_text(corpus, "de")


@needs_pagefind
def test_a_list_says_which_result_is_which_article() -> None:
    files = {artifact.path: artifact.content for artifact in full_text(small_corpus(), "de")}
    fragments = [gzip.decompress(files[f"pagefind/fragment/{name}.pf_fragment"]) for name in json.loads(files[ORDER])]
    assert [b"/articles/besuch.html" in one for one in fragments] == [True, False]
    assert [b"/articles/angriff.html" in one for one in fragments] == [False, True]


@needs_pagefind
def test_what_nobody_asks_for_is_not_published() -> None:
    assert not [
        artifact.path
        for artifact in full_text(small_corpus(), "de")
        if "ui" in artifact.path or artifact.path.endswith(".css")
    ]


def test_the_key_changes_with_the_text_and_with_nothing_else() -> None:
    first = write_corpus([write_article("a", "Ein Text")])
    assert full_text_key(first) == full_text_key(write_corpus([write_article("a", "Ein Text\n> Leftover")]))
    assert full_text_key(first) != full_text_key(write_corpus([write_article("a", "Ein anderer")]))
