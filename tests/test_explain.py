"""Why a mention is what it is, in words."""

from collections.abc import Callable

import pytest

from generator.explain import explain
from generator.resolve import resolve
from tests.resolving import several

CORPUS = resolve(
    several(
        "Der Präsident {P:Wladimir Putin} kam. {P:Putins} Hund auch. {P?:Müller} schwieg in {L:Kiew}, {D:russische>Russland} Gäste nicht.\n"
        "---\n{P:Hans Müller} kam.\n---\n{P:Petra Müller} kam."
    )
)


@pytest.mark.parametrize("query", ["Putins", "a1", "Müller", "kiew", "Putinn"])
def test_an_explanation_reads_as_approved(query: str, golden: Callable[[str, str], None]) -> None:
    golden(f"explain/{query.replace('ü', 'ue')}.txt", explain(query, CORPUS))


def test_every_reason_is_put_into_words() -> None:
    reasons = {linked.reason for article in CORPUS.articles for linked in article.mentions}
    assert all(f"[{reason}]" in explain("a1", CORPUS) + explain("a2", CORPUS) for reason in reasons)
