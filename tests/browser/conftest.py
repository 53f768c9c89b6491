"""The built sample site, a browser, and one page that all tests share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from generator.build import Request as BuildRequest
from generator.build import build
from tests.browser.looking import Site, kinds_of
from tools.browsing import NoChromiumError, chromium, served

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
WIDE = {"width": 1280, "height": 800}
PATIENCE = 30_000
"""Milliseconds; a test that passes never waits so long, a busy machine may."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as launched:
            yield launched
    except NoChromiumError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    build(BuildRequest(config=ROOT / "site.toml", seeds=ROOT / "seeds", output=folder))
    with served(folder) as address:
        yield Site(folder, address, kinds_of(folder))


@contextmanager
def _watched(browser: Browser, site: Site, **options: object) -> Iterator[tuple[Page, list[str]]]:
    """Open a page; yields it with a list to which every error and every request to somebody else is added."""
    faults: list[str] = []

    def log(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{message.type}: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((site.http, site.folder.as_uri(), "data:")):
            faults.append(f"asks {request.url}")

    with browser.new_context(reduced_motion="reduce", viewport=WIDE, **options) as context:  # type: ignore[arg-type]
        context.on("request", asked)
        context.on("weberror", lambda error: faults.append(f"error: {error.error}"))
        context.on("console", log)
        context.set_default_timeout(PATIENCE)
        yield context.new_page(), faults


@pytest.fixture(scope="session")
def _shared(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    with _watched(browser, site) as opened:
        yield opened


@pytest.fixture
def page(_shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page on a wide screen, in light colours; what a test chose there is forgotten behind it."""
    opened, faults = _shared
    faults.clear()
    opened.set_viewport_size(WIDE)  # type: ignore[arg-type]
    opened.emulate_media(color_scheme="light", media="screen")
    yield opened
    opened.evaluate("() => { try { localStorage.clear(); } catch { /* not on every page */ } }")
    assert faults == []


@pytest.fixture
def touched(browser: Browser, site: Site) -> Iterator[Page]:
    """A page on a narrow screen that is touched."""
    with _watched(browser, site, has_touch=True) as (opened, faults):
        opened.set_viewport_size({"width": 360, "height": 740})
        yield opened
        assert faults == []


@pytest.fixture
def bare(browser: Browser, site: Site) -> Iterator[Page]:
    """A page without JavaScript."""
    with _watched(browser, site, java_script_enabled=False) as (opened, faults):
        yield opened
        assert faults == []


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Site) -> str:
    """The site's address, once on a server under a sub-path and once as files."""
    return site.http if request.param == "http" else site.file("") + "/"
