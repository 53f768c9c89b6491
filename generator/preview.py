"""Serve the site on this machine, rebuild it when something changes, reload the browser when the build is done.

livereload's own server is bent in four places: its watcher starts the build and the reload waits for the build's end; changes
shortly after a reload are not ignored; its WebSocket answers pages of this server only; and its script is linked, not written
into the page, because our pages allow no inline code.
"""

import asyncio
import html
import logging
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from generator.build import Request, build
from generator.errors import UserError
from generator.reading import load_pipeline
from generator.report import render_report

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
PAUSE = 0.15
"""Seconds between two looks at the files."""


class ReloadSocket(LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, open to pages that this server sent."""

    def check_origin(self, origin: str) -> bool:
        """Return whether the page that asks came from the host it asks, and that is this machine by its own name."""
        asked = urlsplit(origin)
        return asked.netloc == self.request.headers.get("Host") and asked.hostname in _NAMES


class PageHandler(web.StaticFileHandler):
    """Sends files of the site; HTML gets the reload script and, after a failed build, what was wrong."""

    fault: Callable[[], str]

    def initialize(self, path: str, default_filename: str | None, fault: Callable[[], str]) -> None:  # type: ignore[override]
        """Take tornado's settings and a function that returns the last build's fault, empty when it went well."""
        super().initialize(path, default_filename)
        self.fault = fault

    def set_extra_headers(self, path: str) -> None:
        """Forbid the browser to keep anything: the next build may change it."""
        del path
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> str | None:
        """Return None: a page is not its file alone."""
        return None

    def should_return_304(self) -> bool:
        """Return False: a page may differ although its file does not, by a fault shown in it."""
        return False

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send a file; an address that is not there gets the site's own page for that."""
        found = Path(self.root) / path
        if found.is_dir() and (found / "index.html").is_file():
            if path and not path.endswith("/"):
                self.redirect(f"/{path}/")
                return
            found /= "index.html"
        if found.suffix != ".html" and found.is_file():
            await super().get(path, include_body)
            return
        if not self._is_ours(found):
            raise web.HTTPError(403)
        if not found.is_file():
            self.set_status(404)
            found = Path(self.root) / "404.html"
        page = found.read_bytes() if found.is_file() else b"<!DOCTYPE html><html><head></head><body></body></html>"
        script = f'<script src="/livereload.js?port={urlsplit(f"//{self.request.host}").port or 80}" defer></script>'
        page = page.replace(b"</head>", script.encode() + b"</head>", 1)
        if fault := self.fault():
            notice = f'<pre class="build-fault" role="alert">{html.escape(fault)}</pre>'
            page = page.replace(b"<body>", b"<body>" + notice.encode(), 1)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        if include_body:
            self.write(page)

    def prepare(self) -> None:
        """Refuse a name that somebody else's address book gave this machine (DNS rebinding)."""
        if urlsplit(f"//{self.request.host}").hostname not in _NAMES:
            raise web.HTTPError(403)

    def _is_ours(self, found: Path) -> bool:
        return found.resolve().is_relative_to(Path(self.root).resolve())


class Preview:
    """The site between two builds, and what was wrong with the last one."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.fault = ""
        """What was wrong with the last build, one line each; empty when nothing was."""
        self._watcher = Watcher()
        own = request.config.parent
        for path in (request.seeds, request.config, own / "templates", own / "static", own / "strings"):
            self._watcher.watch(str(path))
        LiveReloadHandler.watcher = self._watcher
        LiveReloadHandler.live_css = True
        # The state before the first build, so that a save during it is seen.
        self._watcher.examine()

    def build(self) -> None:
        """Build the site and print what came of it; a fault is kept for the pages, never raised."""
        try:
            report = build(self._request)
        except UserError as error:
            self.fault = str(error)
            print(self.fault, flush=True)
            return
        self.fault = "\n".join(str(problem) for problem in report.problems if problem.severe)
        for problem in report.problems:
            print(problem, flush=True)
        print(render_report(report), flush=True)

    def application(self) -> web.Application:
        """Return the web application: the site, the reload script and its socket."""
        settings = {"path": str(self._request.output), "default_filename": "index.html", "fault": lambda: self.fault}
        return web.Application(
            [
                (r"/livereload", ReloadSocket),
                (r"/livereload.js", LiveReloadJSHandler),
                (r"/(.*)", PageHandler, settings),
            ]
        )

    async def watch(self) -> None:
        """Rebuild and reload on every change, for as long as the server runs."""
        with suppress(UserError):  # said by the build
            # A first build that finds everything in its memory needs no pipeline; the first change would wait for it.
            await asyncio.to_thread(load_pipeline, self._request.config)
        while True:
            await asyncio.sleep(PAUSE)
            changed, _delay = await asyncio.to_thread(self._watcher.examine)
            if changed:
                await asyncio.to_thread(self.build)
                LiveReloadHandler.reload_waiters("*")


def serve(request: Request, port: int, *, open_browser: bool = False) -> None:
    """Build the site, then serve and renew it until the process is stopped."""
    logging.getLogger("livereload").setLevel(logging.WARNING)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)

    async def run() -> None:
        preview = Preview(request)
        preview.build()
        sockets = bind_sockets(port, address=HOST)
        HTTPServer(preview.application()).add_sockets(sockets)
        address = f"http://{HOST}:{sockets[0].getsockname()[1]}/"
        print(f"\n  {address}   (stop with Ctrl-C)", flush=True)
        if open_browser:
            webbrowser.open(address)
        await preview.watch()

    try:
        asyncio.run(run())
    except OSError as error:
        raise UserError(f"port {port} on {HOST}: {error.strerror or error}; name another with --port") from error
