"""Rules as lines of TOML, ready to be copied into the authority file."""

import json
from collections.abc import Iterable, Mapping

from generator.authority.records import EntityLabel, Judgement, Verdict

WORDS: Mapping[EntityLabel, str] = {"PERSON": "person", "PLACE": "place", "ORGANISATION": "organisation"}
"""What the file calls a label."""
_VERDICTS: Mapping[Verdict, str] = {
    "PERSON": "person",
    "PLACE": "place",
    "ORGANISATION": "organisation",
    "none": "not a name",
}


def quoted(text: str) -> str:
    """Return a text as TOML writes it, in one line, quotation marks and line ends escaped."""
    # Every JSON string is a TOML string, except that TOML wants DEL escaped as well.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def quoted_list(texts: Iterable[str]) -> str:
    """Return texts as a TOML list in one line."""
    return f"[{', '.join(map(quoted, texts))}]"


def merge_lines(label: EntityLabel, names: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of a merge."""
    return ("[[merge]]", f"kind = {quoted(WORDS[label])}", f"names = {quoted_list(names)}")


def judgement_lines(judgement: Judgement) -> tuple[str, ...]:
    """Return the lines of a judgement; what is empty is left out."""
    fields = (
        ("article", judgement.article),
        ("quote", judgement.quote),
        ("before", judgement.before),
        ("after", judgement.after),
        ("verdict", _VERDICTS[judgement.verdict]),
        ("name", judgement.name),
    )
    return ("[[judgement]]", *(f"{key} = {quoted(value)}" for key, value in fields if value.strip()))
