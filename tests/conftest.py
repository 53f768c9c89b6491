"""What all tests share: goldens, renewed by `pytest --renew`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes on a busy machine says nothing about the code; and a test must not fail today and pass tomorrow.
settings.register_profile("fundstelle", deadline=None, derandomize=True)
settings.load_profile("fundstelle")

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew", action="store_true", help="write the goldens anew; read the difference before you commit it"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `goldens/<name>`; with `--renew` write it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.is_file(), f"there is no golden {name}; write it with `pytest --renew`"
        assert path.read_text("utf-8") == text, f"{name} differs; if it should, renew it with `pytest --renew`"

    return compare
