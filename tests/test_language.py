"""Which language a text is in."""

import pytest

from generator.language import detect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Bundestag hat am Freitag das Gesetz beschlossen.", "de"),
        ("The senate passed the bill on Friday.", "en"),
        ("Der Film „The Power of the Dog“ wurde in Berlin gezeigt, und er war gut.", "de"),
        ("Merkel met with the leaders of Die Linke and Der Spiegel in Berlin.", "en"),
        ("Ottawa 12.3.2020", ""),
        ("", ""),
    ],
)
def test_little_words_tell_the_language(text: str, expected: str) -> None:
    assert detect(text) == expected
