"""Mentions become entities: the rules case by case, and what holds for every corpus."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authority import parse_authority
from generator.model import Corpus, Locus, Mark
from generator.resolve import (
    Marked,
    judgements_of,
    read_annotations,
    read_mentions,
    render_judgements,
    render_suggestions,
    resolve,
    suggest,
    unused_rules,
)
from generator.resolve.roles import role_before, role_behind
from tests.resolving import annotated, several, told

CASES = Path(__file__).parent / "cases" / "resolve"


def _cases() -> list[tuple[str, str, str]]:
    """Cases as markdown-it writes them: a title, then the articles and what is expected, each closed by a line with a dot."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        lines = path.read_text("utf-8").split("\n.\n")
        parts = [part.strip("\n") for part in lines if part.strip()]
        found += [(title, marked, expected) for title, marked, expected in zip(*[iter(parts)] * 3, strict=True)]
    return found


@pytest.mark.parametrize(("title", "marked", "expected"), _cases(), ids=lambda value: value[:40])
def test_a_case_resolves_as_written(title: str, marked: str, expected: str) -> None:
    assert told(resolve(several(marked))) == _once(expected), title


def _once(expected: str) -> str:
    """Names that a case repeats count once."""
    lines = []
    for line in expected.splitlines():
        head, _, rest = line.partition(": ")
        names, mark, candidates = rest.partition(" ? ")
        lines.append(f"{head}: {', '.join(dict.fromkeys(names.split(', ')))}{mark}{candidates}")
    return "\n".join(lines)


def test_the_order_of_the_articles_has_no_influence() -> None:
    articles = several("\n---\n".join(marked for _, marked, _ in _cases()))
    shuffled = list(articles)
    random.Random(7).shuffle(shuffled)
    assert resolve(articles) == resolve(tuple(shuffled))


def test_every_mention_has_an_entity_and_an_anchor_of_its_own() -> None:
    corpus = resolve(
        several("{P:Ada Lovelace} in {L:London}, {D:britische>Großbritannien} {O:Royal Society}.\n---\n{P:Ada}.")
    )
    for article in corpus.articles:
        assert [linked.anchor for linked in article.mentions] == [f"m-{n}" for n in range(1, len(article.mentions) + 1)]
        assert all(linked.entity in corpus.by_id and linked.reason for linked in article.mentions)
    loci = [at for entity in corpus.entities for at in (*entity.loci, *entity.weak)]
    assert len(loci) == len(set(loci)) == sum(len(article.mentions) for article in corpus.articles)


def test_articles_stand_newest_first_and_undated_ones_last() -> None:
    articles = (annotated("Nichts.", "undated"), *several("Eins.\n---\nZwei."))
    assert [article.document.slug for article in resolve(articles).articles] == ["a1", "a2", "undated"]


def test_an_address_stays_with_the_older_article() -> None:
    corpus = resolve(several("{O:Müller!} kam.\n---\n{O:Müller?} kam."))
    assert {entity.id for entity in corpus.entities} == {"organisations/mueller"}


def test_an_index_files_a_person_by_the_family_name() -> None:
    corpus = resolve(several("{P:Ursula von der Leyen}, {P:Xi Jinping}, {P:Marine Le Pen}, {P:Neymar} und {L:Ostsee}."))
    assert [entity.sort_key for entity in corpus.entities] == [
        "Le Pen, Marine",
        "Neymar",
        "Leyen, Ursula von der",
        "Xi, Jinping",
        "Ostsee",
    ]


def test_the_heading_is_the_full_form_in_the_language_of_the_site() -> None:
    articles = (
        annotated("{P:Volodymyr Zelensky}, {P:Volodymyr Zelensky} and {P:Zelensky}.", "en", language="en"),
        annotated("{P:Wolodymyr Selenskyj} und {P:Selenskyj}, {P:Selenskyj}.", "de"),
    )
    assert [entity.name for entity in resolve(articles).entities] == ["Wolodymyr Selenskyj"]
    assert [entity.name for entity in resolve(articles, language="en").entities] == ["Volodymyr Zelensky"]


def _with(rules: str, marked: str) -> Corpus:
    authority, problems = parse_authority(rules, "seeds/authority.toml")
    assert not problems
    return resolve(several(marked), authority)


def _everything(corpus: Corpus) -> str:
    """All words of a corpus, as an exporter could write them."""
    return repr(corpus)


TWO = "{P:Anna Kolb} traf {P:Petra Kolb} in {L:Bonn}. {P:Kolbs} Hund bellte, sagte Kolb. {P:Anna Kolb} ging.\n---\nNur ANNA KOLB fehlte, sagte {P:Olaf Scholz}."


def test_a_takedown_leaves_no_trace() -> None:
    corpus = _with('[[person]]\nname = "Anna Kolb"\ntakedown = true', TWO)
    assert "Anna" not in _everything(corpus)
    assert "ANNA" not in _everything(corpus)
    assert "anna" not in _everything(corpus)
    assert (
        corpus.articles[0].document.text == "N. N. traf Petra Kolb in Bonn. N. N. Hund bellte, sagte N. N.. N. N. ging."
    )
    assert told(corpus) == "people/olaf-scholz: Olaf Scholz\npeople/petra-kolb: Petra Kolb\nplaces/bonn: Bonn"


def test_a_pseudonym_stands_for_the_name_everywhere() -> None:
    corpus = _with('[[person]]\nname = "Anna Kolb"\npseudonym = "Eva B."', TWO)
    assert "Anna" not in _everything(corpus)
    assert "anna" not in _everything(corpus)
    assert corpus.by_id["people/eva-b"].name == "Eva B."
    assert [at.mention for at in corpus.by_id["people/eva-b"].loci] == [0, 3, 4]
    assert corpus.articles[1].document.text == "Nur Eva B. fehlte, sagte Olaf Scholz."


KOLB = """{P:Anna Kolb} und {P:Petra Kolb} stritten. {P:Kolb} siegte. Frau Kolb schwieg. {P:A. Kolb} unterschrieb. Die kolbsche Firma wuchs.
---
{P:Anna Maria Kolb} kam nach {L:Bonn}, {P:Anna} auch.
---
Was wird aus {P:Kolb}?
---
Anna Kolb fehlte. Ohne Kolb, sagte {P:Olaf Scholz}, gehe es auch."""


@pytest.mark.parametrize("rule", ["takedown = true", 'pseudonym = "Eva B."'])
def test_a_withheld_name_is_gone_in_each_of_its_forms_and_where_it_may_be_meant(rule: str) -> None:
    corpus = _with(f'[[person]]\nname = "Anna Kolb"\n{rule}', KOLB)
    left = _everything(corpus).replace("Petra Kolb", "").replace("Kolb, Petra", "").replace("petra-kolb", "")
    assert "kolb" not in left.lower()
    assert "anna" not in left.lower()
    assert "people/petra-kolb" in corpus.by_id


def test_a_namesake_keeps_the_name_that_the_record_says_is_not_the_withheld_person() -> None:
    rule = '[[person]]\nname = "Anna Kolb"\nnot = ["Anna Maria Kolb"]\ntakedown = true'
    corpus = _with(rule, "{P:Anna Kolb} kam.\n---\n{P:Anna Maria Kolb} ging.")
    assert told(corpus) == "people/anna-maria-kolb: Anna Maria Kolb"


def test_a_link_that_tells_a_withheld_name_is_no_link_any_more() -> None:
    first, second = several("{P:Anna Kolb} ging.\n---\nMehr dazu hier und dort.")
    marks = (
        Mark(9, 13, "link", "https://example.org/kolb_anna.html"),
        Mark(18, 22, "link", "https://example.org/anna.html"),
    )
    second = replace(second, document=replace(second.document, marks=marks))
    authority, _ = parse_authority('[[person]]\nname = "Anna Kolb"\ntakedown = true', "authority.toml")
    left = resolve((first, second), authority).articles[1].document
    assert [(mark.start, mark.href) for mark in left.marks] == [(18, "https://example.org/anna.html")]


def test_what_one_article_shows_to_be_one_person_is_one_in_the_others() -> None:
    texts = "{P:Robert Mugabe}, {P:Robert Gabriel Mugabe} und {P:Grace Mugabe} kamen.\n---\n{P:Robert Mugabe} ging."
    assert told(resolve(several(texts))).splitlines() == [
        "people/grace-mugabe: Grace Mugabe",
        "people/robert-mugabe: Robert Mugabe, Robert Gabriel Mugabe",
    ]


def test_a_short_form_that_fits_two_persons_of_the_corpus_stays_by_itself() -> None:
    texts = "{P:Hans Kolb} und {P:Hans Peter Kolb}.\n---\n{P:Hans Georg Kolb} kam.\n---\n{P:Hans Kolb} ging."
    assert "people/hans-kolb: Hans Kolb" in told(resolve(several(texts))).splitlines()


def test_an_initial_beside_two_it_fits_is_neither() -> None:
    texts = "{P:Robert Kolb} und {P:Renate Kolb} hörten {P:R. Kolb}."
    assert "people/r-kolb: R. Kolb" in told(resolve(several(texts))).splitlines()


def test_a_person_of_the_authority_file_keeps_its_heading_beside_a_fuller_form() -> None:
    rule = '[[person]]\nname = "Anna Kolb"\nsame_as = "https://example.org/1"'
    corpus = _with(rule, "{P:Anna Kolb} und {P:Anna Maria Kolb} sind eine.")
    assert told(corpus) == "people/anna-kolb: Anna Kolb, Anna Maria Kolb"


@given(
    st.lists(
        st.sampled_from(
            ["{P:Anna Kolb}", "{P:Kolb}", "{P:Kolbs}", "kam", "{L:Bonn}", "{P:Anna Kolbs}", ".", "Anna Kolb"]
        ),
        min_size=1,
    )
)
def test_after_a_takedown_every_mention_still_quotes_its_text(words: list[str]) -> None:
    corpus = _with('[[person]]\nname = "Anna Kolb"\ntakedown = true', "{P:Anna Kolb} " + " ".join(words))
    article = corpus.articles[0]
    assert "Kolb" not in article.document.text
    for linked in article.mentions:
        assert article.document.text[linked.mention.start : linked.mention.end] == linked.mention.text == "Bonn"
    for sentence in article.document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(article.document.text)


@pytest.mark.parametrize("line", (CASES / "roles.tsv").read_text("utf-8").splitlines())
def test_a_role_is_read_and_put_into_the_nominative(line: str) -> None:
    language, side, text, expected = line.split("\t")
    found = role_before(text, language) if side == "before" else role_behind(text, language)
    assert found == expected


def test_roles_are_counted_and_the_most_telling_stands_first() -> None:
    marked = "Der russische Präsident {P:Wladimir Putin} kam. Präsident {P:Putin} ging. Präsident {P:Putin} schwieg. {P:Xi Jinping} auch."
    corpus = resolve(several(marked))
    assert [(r.phrase, r.count) for r in corpus.by_id["people/wladimir-putin"].roles] == [
        ("Russischer Präsident", 1),
        ("Präsident", 2),
    ]
    assert corpus.by_id["people/wladimir-putin"].roles[1].sources == (Locus(0, 1), Locus(0, 2))
    assert corpus.by_id["people/xi-jinping"].roles == ()


RULES = """
[[person]]
name = "Wladimir Putin"
aliases = ["Kremlchef"]
description = "Präsident Russlands"
same_as = "https://www.wikidata.org/wiki/Q7747"

[[organisation]]
name = "Reuters"

[[merge]]
kind = "organisation"
names = ["Nato", "Bündnis"]

[[rename]]
old = "Weißrussland"
new = "Belarus"

[[distinct]]
names = ["Hans Müller", "Hans Mueller"]

[redirects]
"people/w-putin" = "people/wladimir-putin"

[ignore]
words = ["Standort"]

[[judgement]]
article = "a1"
quote = "Peking"
before = "gegen "
after = " murrt"
verdict = "organisation"
name = "Chinesische Regierung"
"""
RULED = (
    "{P:Putin} kam, der Kremlchef ging. {L:Reuters} meldete es, {O:Standort} nicht. {O:Nato} und {O:Bündnis} schwiegen. "
    "{L:Weißrussland} und {L:Peking} auch, {P:Hans Müller} und {P:Hans Mueller} sowieso. Wer gegen {L:Peking} murrt, murrt."
)


def test_what_the_authority_file_says_holds() -> None:
    corpus = _with(RULES, RULED)
    assert told(corpus).splitlines() == [
        "organisations/chinesische-regierung: Peking",
        "organisations/nato: Nato, Bündnis",
        "organisations/reuters: Reuters",
        "people/hans-mueller: Hans Müller",
        "people/hans-mueller-2: Hans Mueller",
        "people/wladimir-putin: Putin, Kremlchef",
        "places/belarus: Weißrussland",
        "places/peking: Peking",
    ]
    putin = corpus.by_id["people/wladimir-putin"]
    assert (putin.name, putin.description, putin.same_as) == (
        "Wladimir Putin",
        "Präsident Russlands",
        ("https://www.wikidata.org/wiki/Q7747",),
    )
    assert [(r.old, r.new) for r in corpus.redirects] == [
        ("organisations/buendnis", "organisations/nato"),
        ("people/kremlchef", "people/wladimir-putin"),
        ("people/w-putin", "people/wladimir-putin"),
        ("places/weissrussland", "places/belarus"),
    ]
    layers = {linked.mention.text: linked.mention.layer for linked in corpus.articles[0].mentions}
    assert layers["Kremlchef"] == "authority"


def test_rules_that_match_nothing_are_named_with_their_line() -> None:
    authority, _ = parse_authority(RULES, "seeds/authority.toml")
    articles = several(RULED)
    assert unused_rules(articles, resolve(articles, authority), authority) == ()
    other = several("{P:Putin} kam.")
    remarks = unused_rules(other, resolve(other, authority), authority)
    assert [str(remark).split(";")[0] for remark in remarks] == [
        "seeds/authority.toml:2: no article names 'Wladimir Putin'",
        "seeds/authority.toml:8: no article names 'Reuters'",
        "seeds/authority.toml:11: no article names 'Bündnis'",
        "seeds/authority.toml:15: no article names 'Weißrussland' or 'Belarus'",
        "seeds/authority.toml:19: no article names 'Hans Müller' or 'Hans Mueller'",
        "seeds/authority.toml:23: 'people/wladimir-putin' is no page of the site",
        "seeds/authority.toml:25: 'Standort' is found as a name nowhere",
        "seeds/authority.toml:28: 'Peking' does not stand in 'a1' any more",
    ]
    assert not any(remark.severe for remark in remarks)


def test_suggestions_read_as_an_authority_file() -> None:
    articles = several(
        "{P:George W. Bush} und {P:George Bush} in {L:Xyzstadt}. {P:Hans Müller} kam.\n---\n{P:Petra Müller} kam.\n---\n{P:Müller} sprach. {P?:hm} auch, Sonne, Strom und Strom."
        "\n---\n{O?:Strom} fiel aus an der {L:A 5} und auf dem {L:Mond}; {O?:Kiosk AG} nicht."
    )
    corpus = resolve(articles)
    suggestions = suggest(corpus)
    assert [(pair.a.name, pair.b.name) for pair in suggestions.merges] == [("George Bush", "George W. Bush")]
    assert [doubt.why for doubt in suggestions.open] == ["Hans Müller or Petra Müller"]
    assert [doubt.entity.name for doubt in suggestions.unlocated] == ["Xyzstadt"]
    assert [(doubt.entity.name, doubt.why) for doubt in suggestions.noise] == [
        ("Strom", "named once, and not surely; 2 times the word is no name"),
        ("hm", "begins with a small letter"),
    ]
    authority, problems = parse_authority(render_suggestions(suggestions, corpus), "suggestions.toml")
    assert problems == ()
    assert (len(authority.merges), len(authority.judgements), len(authority.records), len(authority.ignored)) == (
        1,
        1,
        1,
        2,
    )
    settled = resolve(articles, authority)
    assert "people/mueller" not in settled.by_id
    assert suggest(settled, authority).merges == ()


def test_a_short_form_is_suggested_only_where_more_than_its_letters_fits() -> None:
    texts = "{O:RTX} wuchs. {O:Rotes Tor Xanten} in {L:Xanten} auch.\n---\n{O:RTY} wuchs in {L:Xanten}.\n---\n{O:Rotes Tor Yburg} in {L:Xanten}."
    pairs = [{pair.a.name, pair.b.name} for pair in suggest(resolve(several(texts))).merges]
    assert pairs == [{"RTY", "Rotes Tor Yburg"}]
    crowd = "\n---\n".join(["{O:Rotes Tor Yburg} in {L:Xanten}.", *["{O:RTY} in {L:Xanten}."] * 21])
    assert suggest(resolve(several(crowd))).merges == ()


def test_unlocated_places_come_with_what_the_gazetteer_has_and_long_lists_are_cut() -> None:
    texts = "{L:Springfield} schlief." + " ".join(f"{{L:Xyz{chr(97 + n // 26)}{chr(97 + n % 26)}}}," for n in range(99))
    corpus = resolve(several(texts))
    written = render_suggestions(suggest(corpus), corpus)
    assert 'name = "Springfield"\n# geo = { lat = ' in written
    assert 'country = "US" }  # Springfield, US, city\n' in written
    assert written.count("[[place]]") == 60
    assert "# 40 more places have no dot." in written


def test_a_takedown_takes_what_a_person_is_called_alone_out_of_titles_that_break_off() -> None:
    rule = '[[person]]\nname = "Thaksin Shinawatra"\ntakedown = true\n'
    article = several("{P:Thaksin Shinawatra} ging. {P:Thaksin} kam.")[0]
    for title in ("Rücktritt des Ministerpräsidenten Thaksin …", "Wie Thaksins Partei"):
        document = replace(
            article.document, slug="wie-thaksin-ging", metadata=replace(article.document.metadata, title=title)
        )
        authority, _ = parse_authority(rule, "authority.toml")
        left = resolve((replace(article, document=document),), authority)
        assert "thaksin" not in repr(left.articles).lower()


def test_a_takedown_leaves_no_first_name_at_the_end_of_a_made_title() -> None:
    rule = '[[person]]\nname = "Anna Kolb"\ntakedown = true\n'
    article = several("{P:Anna Kolb} ging.")[0]
    document = replace(article.document, metadata=replace(article.document.metadata, title="So ging Anna …"))
    left = resolve((replace(article, document=document),), parse_authority(rule, "authority.toml")[0])
    assert left.articles[0].document.metadata.title == "So ging N. N. …"


def test_a_merge_joins_a_bare_name_with_a_full_one_but_not_with_another_full_one_beside_it() -> None:
    rule = '[[merge]]\nkind = "person"\nnames = ["Sigmar Gabriel", "Gabriel"]\n'
    texts = "{P:Sigmar Gabriel} kam.\n---\n{P:Gabriel} ging.\n---\n{P:Peter Gabriel} sang. {P:Gabriel} tanzte."
    assert told(_with(rule, texts)).splitlines() == [
        "people/peter-gabriel: Peter Gabriel, Gabriel",
        "people/sigmar-gabriel: Sigmar Gabriel, Gabriel",
    ]


def test_an_uncertain_label_gives_way_to_the_certain_one_of_the_same_words() -> None:
    assert told(resolve(several("{P:Reuters} kam. {O?:Reuters} ging."))) == "people/reuters: Reuters"


def test_an_uncertain_label_gives_way_to_what_other_articles_and_the_gazetteer_know() -> None:
    assert (
        told(resolve(several("{O?:Putin} kam.\n---\n{P:Wladimir Putin} ging.")))
        == "people/wladimir-putin: Putin, Wladimir Putin"
    )
    assert told(resolve(several("In {P?:Cherson} war es still."))) == "places/cherson: Cherson"
    assert (
        told(resolve(several("{P?:Paris} lachte, {P:Paris Hilton} auch.")))
        == "people/paris-hilton: Paris, Paris Hilton"
    )


def test_a_judgement_is_found_again_after_the_article_was_edited() -> None:
    rules = (
        '[[judgement]]\narticle = "a1"\nquote = "Bonn"\nbefore = "nach "\nafter = " gefahren"\nverdict = "not a name"'
    )
    assert (
        told(_with(rules, "Neu. In {L:Bonn} blieb er. Gestern nach {L:Bonn} gefahren, heute nicht."))
        == "places/bonn: Bonn"
    )
    assert (
        len(_with(rules, "Neu. In {L:Bonn} blieb er. Gestern nach {L:Bonn} gefahren.").by_id["places/bonn"].loci) == 1
    )


READ = "{P:Putin} kam nach {L:Kiew}. {L:Reuters} schwieg, {O:Standort} auch, {D:russische>Russland} Gäste nicht. Wer war Kolb?"


def _corrected(corpus: Corpus) -> list[tuple[str, int, int, str, str, str]]:
    """The mentions of a corpus as somebody corrects them: Reuters relabelled, Standort taken out, Kolb put in."""
    rows = []
    for article in corpus.articles:
        for m in article.mentions:
            row = (
                article.document.slug,
                m.mention.start,
                m.mention.end,
                m.mention.text,
                str(m.mention.label),
                m.entity,
            )
            if m.mention.text == "Reuters":
                rows.append((*row[:4], "ORGANISATION", "Reuters"))
            elif m.mention.text != "Standort":
                rows.append(row)
        at = article.document.text.index("Kolb")
        rows.append((article.document.slug, at, at + 4, "Kolb", "PERSON", "Anna Kolb"))
    return rows


def test_a_corrected_table_of_mentions_is_read_back_as_judgements() -> None:
    corpus = resolve(several(READ))
    lines = ["article,start,end,text,label,entity,anchor,layer"]
    lines += [",".join(map(str, row)) + ",m-1,model" for row in _corrected(corpus)]
    marked, problems = read_mentions("\n".join(lines) + "\nx,y,z,a,b,c,d,e\n", "mentions.csv")
    assert [str(problem) for problem in problems] == [
        "mentions.csv:7: start and end must be numbers; mend the row or drop it"
    ]
    rules = render_judgements(judgements_of(marked, corpus)[0])
    assert told(_with(rules, READ)).splitlines() == [
        "organisations/reuters: Reuters",
        "people/anna-kolb: Kolb",
        "people/putin: Putin",
        "places/kiew: Kiew",
        "places/russland: ~russische",
    ]


def test_corrected_annotations_are_read_back_even_after_the_text_has_moved() -> None:
    corpus = resolve(several(READ))
    items = [
        {
            "type": "Annotation",
            "body": [
                {"type": "SpecificResource", "purpose": "identifying", "source": f"../../{entity}.html"},
                {"type": "TextualBody", "purpose": "classifying", "value": label},
            ],
            "target": {
                "source": f"../articles/{slug}.txt",
                "selector": [
                    {"type": "TextQuoteSelector", "exact": text, "prefix": "", "suffix": ""},
                    {"type": "TextPositionSelector", "start": start, "end": end},
                ],
            },
        }
        for slug, start, end, text, label, entity in _corrected(corpus)
        if text not in ("Reuters", "Kolb")
    ]
    marked, problems = read_annotations(json.dumps({"items": items}), "a.jsonld")
    assert problems == ()
    moved = resolve(several("Neu davor. " + READ))
    assert [(j.quote, j.verdict) for j in judgements_of(marked, moved)[0]] == [
        ("Reuters", "none"),
        ("Standort", "none"),
    ]


def test_an_untouched_table_says_nothing() -> None:
    corpus = resolve(several(READ))
    rows = [Marked(article=s, start=a, end=b, quote=t, label=k, entity=e) for s, a, b, t, k, e in _corrected(corpus)]
    kept = [row for row in rows if row.quote not in ("Reuters", "Kolb")]
    assert [j.quote for j in judgements_of(kept, corpus)[0]] == ["Reuters", "Standort"]
    assert judgements_of((), corpus) == ((), ())
    assert read_mentions("a,b\n1,2\n", "x.csv")[1][0].what.startswith("there is no column 'article'")
    assert read_annotations("{", "x.jsonld")[1][0].what.startswith("not valid JSON")


@pytest.mark.parametrize(
    ("bare", "expected"),
    [
        ("always", ["people/hans-mueller: Hans Müller, Müller", "people/petra-mueller: Petra Müller"]),
        (
            "article",
            ["people/hans-mueller: Hans Müller", "people/petra-mueller: Petra Müller, Müller"],
        ),
    ],
)
def test_a_curator_says_whom_a_bare_surname_means(bare: str, expected: list[str]) -> None:
    rules = f'[[person]]\nname = "Hans Müller"\nbare = "{bare}"'
    corpus = _with(rules, "{P:Hans Müller} kam.\n---\n{P:Petra Müller} kam.\n---\n{P:Müller} ging.")
    assert told(corpus).splitlines() == expected


def test_names_kept_apart_are_never_merged() -> None:
    marked = "{P:Wladimir Putin} kam.\n---\n{P:Vladimir Putin} kam."
    assert len(_with("", marked).entities) == 1
    assert len(_with('[[distinct]]\nnames = ["Wladimir Putin", "Vladimir Putin"]', marked).entities) == 2
    assert len(_with('[[person]]\nname = "Wladimir Putin"\nnot = ["Vladimir Putin"]', marked).entities) == 2


def test_a_bare_surname_that_a_record_claims_says_so() -> None:
    rule = '[[person]]\nname = "Anna Kolb"\nbare = "always"\n'
    corpus = _with(rule, "{P:Anna Kolb} und {P:Petra Kolb} kamen. {P:Kolb} ging.")
    assert [(m.entity, m.reason) for m in corpus.articles[0].mentions][2] == ("people/anna-kolb", "authority")


def test_a_shortened_name_says_why_it_is_whose() -> None:
    texts = "{P:Robert Mugabe} traf {P:Robert Gabriel Mugabe}.\n---\n{P:Robert Mugabe} ging."
    corpus = resolve(several(texts))
    assert {m.reason for article in corpus.articles for m in article.mentions} == {"shorter-name", "full-name"}
    assert corpus.articles[1].mentions[0].reason == "shorter-name"


def test_among_relatives_a_name_between_may_be_the_mothers() -> None:
    texts = "{P:Gloria Xanderbilt}, Tochter von {P:Reginald Xanderbilt} und {P:Gloria Morgan Xanderbilt}, starb."
    assert len(resolve(several(texts)).entities) == 3
