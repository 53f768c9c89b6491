"""Rules that would change what a name came to, ready for the authority file: each alternative with a comment that says what it does.

Every alternative is whole by itself, so that one can be copied and the others left; names in them that only a curator knows
stand as `…`.
"""

from collections.abc import Iterator

from generator.authority import WORDS, Authority, EntityLabel, Judgement, Record, judgement_lines, merge_lines, quoted
from generator.authority import quoted_list as listed
from generator.model import Article, Corpus, Entity, Geo, Linked

_CONTEXT = 25
"""Code points of text around a judged quotation, enough to find it again after edits."""
UNKNOWN = "…"
"""Stands for a name only the curator knows."""


def entity_rules(entity: Entity, corpus: Corpus, authority: Authority) -> Iterator[str]:
    """Yield the lines of rules about a thing as a whole; an empty line stands before each."""
    record = record_of(entity, authority)
    if record:
        yield from (
            "",
            f"# its record begins in line {record.line} of the file: aliases, not = [...], description, same_as, geo …",
        )
    if entity.open:
        names = [corpus.by_id[candidate].name for candidate in entity.candidates]
        yield from ("", f"# {entity.name} alone is always {' (or '.join(names[:2])}{')' if len(names) > 1 else ''}")
        yield from ("[[person]]", f"name = {quoted(names[0])}", 'bare = "always"')
    else:
        yield from ("", "# the same as another name; the first is the heading")
        yield from merge_lines(entity.label, (entity.name, UNKNOWN))
        if others := [alias.name for alias in entity.aliases if _stands_alone(entity, alias.name)]:
            yield from ("", "# not the same", "[[distinct]]", f"names = {listed((entity.name, others[0]))}")
        if any(reason == "surname-unique" for reason in _reasons(entity, corpus)) and not record:
            yield from ("", "# the surname alone is this person only where the full name stands too")
            yield from ("[[person]]", f"name = {quoted(entity.name)}", 'bare = "article"')
    if entity.label == "PLACE" and not record:
        geo = entity.geo or Geo(0.0, 0.0)
        country = f", country = {quoted(geo.country)}" if geo.country else ""
        yield from ("", "# where it is on the map", "[[place]]", f"name = {quoted(entity.name)}")
        yield f"geo = {{ lat = {geo.lat:.4f}, lon = {geo.lon:.4f}{country} }}"
    yield from ("", "# another heading; the old address leads to the new one")
    yield from ("[[rename]]", f"old = {quoted(entity.name)}", f"new = {quoted(UNKNOWN)}")
    yield from ignore_rule(entity.attested, authority)


def ignore_rule(word: str, authority: Authority) -> Iterator[str]:
    """Yield the lines that take a word for no name at all."""
    # TOML allows a table only once.
    if authority.ignored:
        where = authority.ignored[0].line
        yield from ("", f"# nowhere a name: put {quoted(word)} into the words of [ignore], line {where}")
    else:
        yield from ("", "# nowhere a name", "[ignore]", f"words = [{quoted(word)}]")


def mention_rules(article: Article, linked: Linked) -> Iterator[str]:
    """Yield the lines of judgements on one mention."""
    mention = linked.mention
    yield from ("", "# no name here")
    yield from judgement_lines(_judgement(article, mention.start, mention.end, "none"))
    label: EntityLabel = "PLACE" if mention.label == "DEMONYM" else mention.label
    yield from ("", "# something or somebody else here; the verdict may be person, place or organisation")
    yield from judgement_lines(_judgement(article, mention.start, mention.end, label, UNKNOWN))


def missing_rules(word: str, article: Article, start: int) -> Iterator[str]:
    """Yield the lines that make a name of words nobody found: everywhere, and in one place."""
    yield from ("", "# a name everywhere; or [[person]], or [[place]]", "[[organisation]]", f"name = {quoted(word)}")
    yield from ("", "# a name here only")
    yield from judgement_lines(_judgement(article, start, start + len(word), "ORGANISATION", word))


def record_of(entity: Entity, authority: Authority) -> Record | None:
    """Return the record that a thing has in the authority file."""
    names = {entity.name, *(alias.name for alias in entity.aliases)}
    return next((r for r in authority.records if r.label == entity.label and not names.isdisjoint(r.forms)), None)


def _judgement(article: Article, start: int, end: int, verdict: EntityLabel | str, name: str = "") -> Judgement:
    text = article.document.text
    return Judgement(
        article=article.document.slug,
        quote=text[start:end],
        before=text[max(0, start - _CONTEXT) : start],
        after=text[end : end + _CONTEXT],
        verdict=next((label for label in WORDS if label == verdict), "none"),
        name=name,
    )


def _reasons(entity: Entity, corpus: Corpus) -> Iterator[str]:
    return (corpus.articles[at.article].mentions[at.mention].reason for at in entity.loci)


def _stands_alone(entity: Entity, alias: str) -> bool:
    """Return whether an alias is a name of its own: not a surname, not the heading in another case."""
    heading = entity.name.casefold()
    if entity.label == "PERSON" and " " not in alias:
        return False
    return not alias.casefold().startswith(heading) and not heading.startswith(alias.casefold())
