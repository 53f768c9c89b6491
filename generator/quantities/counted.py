"""What a figure counts, whichever the language: "51 zu 49 Stimmen" counts votes twice."""

from dataclasses import replace
from types import MappingProxyType

from generator.quantities import english_counted, german_counted
from generator.quantities.amounts import Amount
from generator.quantities.numerals import numeral_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_LENDING = {
    "de": frozenset(["zu", "gegen", "oder", "und", "sowie", "auf", "bis"]),
    "en": frozenset(["to", "and", "or"]),
}
_BY_LANGUAGE = MappingProxyType({"de": german_counted.counted_noun, "en": english_counted.counted_noun})


def counted_by(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the head noun of what a figure counts, as in the text; empty if nothing is."""
    if amount.unit is None and amount.kind == "number" and t.low[amount.stop] in _LENDING[tongue.lang]:
        second = numeral_at(t, amount.stop + 1, tongue)
        if second is not None and second.form in ("digits", "words"):
            amount = replace(amount, stop=second.stop)
    return _BY_LANGUAGE[tongue.lang](t, amount, tongue)
