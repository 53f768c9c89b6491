"""The tokenizer of the pipelines: spaCy's own for the language, with a few more places to cut."""

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

LETTER = "A-Za-zÀ-ÖØ-öø-žА-Яа-я"


def blank_pipeline(lang: str) -> Language:
    """Make an empty pipeline whose tokenizer cuts at slashes, bars, brackets and long dashes between words ("Berlin/Potsdam")."""
    nlp = spacy.blank(lang)
    infixes = [
        *(nlp.Defaults.infixes or []),
        rf"(?<=[{LETTER}])/(?=[{LETTER}])",
        r"[|\[\]()–—„“”»«:;](?=[^\s\d])",
        r"(?<=[^\s\d])[|\[\]()–—„“”»«]",
    ]
    suffixes = [
        *(nlp.Defaults.suffixes or []),
        r"(?<=[a-zäöüß][A-Z])\.",
        r"(?<=[A-Z][0-9])\.",
        r"[|/]",
        r"(?<=[A-Z]\d\d)\.",
    ]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
