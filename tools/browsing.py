"""A real browser and a small server, for whoever looks at a built site: the browser tests, `tools.weigh`, `tools.pictures`."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SUB_PATH = "/unter/pfad/"
"""A site must work below any address, so it is never served at the top."""
_PLACES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class NoChromiumError(Exception):
    """There is no Chromium on this machine."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the Chromium that CHROMIUM names, else the system's, else Playwright's own."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        places = (os.environ.get("CHROMIUM"), *map(shutil.which, _PLACES), own)
        path = next((place for place in places if place and Path(place).is_file()), None)
        if path is None:
            raise NoChromiumError(
                "there is no Chromium; install your system's package chromium or name one in CHROMIUM"
            )
        with playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"]) as browser:
            yield browser


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under the sub-path and keeps the log to itself."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(SUB_PATH)
        return super().translate_path("/" + path.removeprefix(SUB_PATH)) if inside else os.devnull + "/none"

    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, which ends with `/`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        finally:
            server.shutdown()
            thread.join()
