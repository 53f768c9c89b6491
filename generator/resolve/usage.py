"""Rules of the authority file that no longer match anything, so that it does not silt up."""

from collections.abc import Iterable, Iterator

from generator.authority import Authority
from generator.model import Annotated, Corpus, Problem
from generator.resolve.inflection import genitive
from generator.resolve.spelling import tidy
from generator.resolve.verdicts import place_of


def unused_rules(articles: tuple[Annotated, ...], corpus: Corpus, authority: Authority) -> tuple[Problem, ...]:
    """Return a remark for each rule without effect, in the order of the file; none of them is severe.

    `articles` are the articles as they were found, before the rules were applied.
    """
    attested = _Attested(articles)
    found = sorted(_unused(articles, attested, corpus, authority))
    return tuple(Problem(f"{authority.path}:{line}", what, severe=False) for line, what in found)


class _Attested:
    """Which names the articles have: as mentions or, more slowly, as words."""

    def __init__(self, articles: tuple[Annotated, ...]) -> None:
        texts = {tidy(mention.text) for article in articles for mention in article.mentions}
        self.names = texts | {genitive(text) for text in texts}
        self.articles = articles

    def __contains__(self, name: str) -> bool:
        return tidy(name) in self.names or any(name in article.document.text for article in self.articles)

    def any(self, names: Iterable[str]) -> bool:
        """Return whether one of the names occurs."""
        return any(name in self for name in names)


def _unused(
    articles: tuple[Annotated, ...], attested: _Attested, corpus: Corpus, authority: Authority
) -> Iterator[tuple[int, str]]:
    headings = {entity.name for entity in corpus.entities}
    for record in authority.records:
        if headings.isdisjoint((record.name, *(name for _, name in record.names))) and not attested.any(record.forms):
            yield record.line, f"no article names '{record.name}'; drop the rule or mend the name"
    for merge in authority.merges:
        if not attested.any(merge.names[1:]):
            yield merge.line, f"no article names {_either(merge.names[1:])}; drop the rule or mend the names"
    for rename in authority.renames:
        if not attested.any((rename.old, rename.new)):
            yield rename.line, f"no article names {_either((rename.old, rename.new))}; drop the rule or mend the names"
    for apart in authority.distinct:
        missing = [name for name in apart.names if name not in attested]
        if missing:
            yield apart.line, f"no article names {_either(missing)}; drop the rule or mend the names"
    for moved in authority.moved:
        if moved.new not in corpus.by_id:
            yield moved.line, f"'{moved.new}' is no page of the site; name one that is, or drop the rule"
        elif moved.old in corpus.by_id:
            yield moved.line, f"'{moved.old}' is a page of its own again; drop the rule"
    for word in authority.ignored:
        if word.word not in attested.names:
            yield word.line, f"'{word.word}' is found as a name nowhere; drop the word"
    by_slug = {article.document.slug: article.document.text for article in articles}
    for judgement in authority.judgements:
        text = by_slug.get(judgement.article)
        if text is None:
            yield judgement.line, f"there is no article '{judgement.article}'; name one that there is, or drop the rule"
        elif place_of(text, judgement) is None:
            yield (
                judgement.line,
                f"'{judgement.quote}' does not stand in '{judgement.article}' any more; quote it anew or drop the rule",
            )


def _either(names: Iterable[str]) -> str:
    return " or ".join(f"'{name}'" for name in names)
