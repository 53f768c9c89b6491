"""The preview as a browser meets it: a process of its own, HTTP and WebSocket."""

import asyncio
import json
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

TEXT = "Angela Merkel besuchte Berlin und zählte 12 Bäume.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "generator", "preview", "--port", "0", "--seeds", str(folder / "seeds")]
    command += ["--config", str(folder / "site.toml"), "--output", str(folder / "output")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        else:
            pytest.fail("the preview did not start")
        yield found[0]
        process.terminate()


def _get(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.read().decode())


async def _after(address: str, change: Path, text: str) -> dict[str, str]:
    """Change a file with a browser connected; return the message the browser gets."""
    host = address.removeprefix("http://")
    request = HTTPRequest(f"ws://{host}livereload", headers={"Origin": address.rstrip("/")})
    socket = await websocket_connect(request)
    await socket.write_message(json.dumps({"command": "hello"}))
    assert json.loads(str(await socket.read_message()))["command"] == "hello"
    await socket.write_message(json.dumps({"command": "info", "url": address}))
    await asyncio.to_thread(change.write_text, text, "utf-8")
    message = await asyncio.wait_for(socket.read_message(), 30)
    socket.close()
    while await asyncio.wait_for(socket.read_message(), 30) is not None:
        pass  # until the other side has closed too: the loop must not end before
    return dict(json.loads(str(message)))


def test_pages_carry_the_reload_script_as_a_link(address: str) -> None:
    page = _get(address)
    assert re.search(r'<script src="/livereload\.js\?port=\d+" defer></script></head>', page)
    assert "LiveReload" in _get(address + "livereload.js")


def test_a_folder_without_slash_and_a_missing_page_are_answered(address: str) -> None:
    assert "</html>" in _get(address + "people")
    with pytest.raises(HTTPError, match="404") as caught:
        _get(address + "nothing.html")
    assert "</html>" in caught.value.read().decode()
    caught.value.close()


def test_paths_out_of_the_site_are_refused(address: str) -> None:
    with pytest.raises(HTTPError, match=r"403|404") as caught:
        _get(address + "%2e%2e/seeds/a.txt")
    caught.value.close()


def test_a_foreign_name_for_this_machine_is_refused(address: str) -> None:
    request = urllib.request.Request(address, headers={"Host": "evil.example"})
    with pytest.raises(HTTPError, match="403") as caught:
        urllib.request.urlopen(request)
    caught.value.close()


def test_a_save_rebuilds_first_and_reloads_then_also_twice_in_a_row(address: str, folder: Path) -> None:
    for number in (13, 14):
        message = asyncio.run(_after(address, folder / "seeds" / "a.txt", TEXT.replace("12", str(number))))
        assert message["command"] == "reload"
        assert f">{number}<" in _get(address + "articles/a.html")
        time.sleep(0.1)


def test_a_failed_build_is_shown_over_the_last_good_page(address: str, folder: Path) -> None:
    asyncio.run(_after(address, folder / "seeds" / "b.md", "---\ntitle: [\n---\nx\n"))
    page = _get(address + "articles/a.html")
    assert 'role="alert"' in page
    assert "b.md:" in page
    (folder / "seeds" / "b.md").unlink()


def test_a_page_from_elsewhere_gets_no_socket(address: str) -> None:
    async def connect() -> None:
        request = HTTPRequest(
            "ws://" + address.removeprefix("http://") + "livereload", headers={"Origin": "http://evil.example"}
        )
        await websocket_connect(request)

    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(connect())
