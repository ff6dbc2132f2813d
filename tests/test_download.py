"""A download goes on where it stopped, and nothing but the right archive is kept."""

import hashlib
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from toolkit.download import download
from toolkit.images import DataError

ARCHIVE = np.random.default_rng(0).bytes(3_000_000)
MD5 = hashlib.md5(ARCHIVE).hexdigest()
NAME = "cifar-10-python.tar.gz"


class Server(ThreadingHTTPServer):
    """Serves one archive; each of the first answers breaks off after `pieces` bytes."""

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = content
        self.pieces: list[int] = []
        self.knows_ranges = True
        self.starts: list[int] = []
        self.url = f"http://127.0.0.1:{self.server_port}/{NAME}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        asked = re.match(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(asked[1]) if asked and self.server.knows_ranges else 0
        self.server.starts.append(start)
        rest = self.server.content[start:]
        if start >= len(self.server.content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: self.server.pieces.pop(0)] if self.server.pieces else rest)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("CIFAR10_OFFLINE", raising=False)
    with Server(ARCHIVE) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_archive_is_downloaded_once(server: Server, tmp_path: Path) -> None:
    for _ in range(2):
        path = download(tmp_path, server.url, MD5)
        assert path == tmp_path / NAME
        assert path.read_bytes() == ARCHIVE
    assert server.starts == [0]
    assert list(tmp_path.iterdir()) == [path]


def test_broken_connection_is_resumed(server: Server, tmp_path: Path) -> None:
    server.pieces = [1_200_000, 800_000]
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE
    assert server.starts[0] == 0
    assert len(server.starts) == 3
    assert 0 < server.starts[1] < server.starts[2] <= 2_000_000


def test_later_attempt_resumes_an_earlier_one(server: Server, tmp_path: Path) -> None:
    server.pieces = [1_500_000, 0]
    with pytest.raises(DataError, match="cannot be downloaded"):
        download(tmp_path, server.url, MD5)
    assert not (tmp_path / NAME).exists()
    server.starts.clear()
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE
    assert server.starts[0] > 1_000_000


def test_server_without_ranges_is_asked_from_the_start(server: Server, tmp_path: Path) -> None:
    server.knows_ranges = False
    server.pieces = [1_500_000]
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE
    assert server.starts == [0, 0]


def test_part_that_is_already_complete_does_not_stop_the_download(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(ARCHIVE)
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE


def test_wrong_checksum_is_refused_and_the_next_attempt_starts_again(server: Server, tmp_path: Path) -> None:
    server.content = ARCHIVE[:-1] + b"!"
    with pytest.raises(DataError, match=f"another checksum than md5 {MD5}") as caught:
        download(tmp_path, server.url, MD5)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
    server.content = ARCHIVE
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE


def test_damaged_archive_is_downloaded_again(server: Server, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(ARCHIVE[:1000])
    assert download(tmp_path, server.url, MD5).read_bytes() == ARCHIVE


def test_missing_file_and_closed_port_are_one_clear_line(server: Server, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    server.content = b""
    closed = "http://127.0.0.1:1/archive.tar.gz"
    for url in (server.url, closed):
        with pytest.raises(DataError, match=re.escape(url)) as caught:
            download(tmp_path, url, MD5)
        assert "\n" not in str(caught.value)
        assert "--from PATH" in str(caught.value)
    assert not any(file.name == NAME for file in tmp_path.glob("*"))


def test_network_can_be_forbidden(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CIFAR10_OFFLINE", "1")
    with pytest.raises(DataError, match="CIFAR10_OFFLINE is set"):
        download(tmp_path, server.url, MD5)
    assert server.starts == []
