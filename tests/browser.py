"""Headless Chromium, driven over its DevTools protocol, and a web server that notices who calls."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import websocket

MISSING = (
    "these tests need Chromium, which is not on PATH; install it (Debian, Ubuntu: apt-get install chromium)"
)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --mute-audio "
    "--remote-debugging-port=0 --remote-allow-origins=* --window-size=1200,1600"
).split()
PATIENCE = 60
# What a reader might do: open, click, point at, and follow whatever is no ordinary link.
TOUCH = """
for (const e of document.querySelectorAll('details')) e.open = true;
for (const e of document.querySelectorAll('*')) {
  for (const a of e.getAttributeNames())
    if (a.startsWith('on')) e.dispatchEvent(new Event(a.slice(2)));
  const link = e.getAttribute('href') || e.getAttribute('xlink:href') || '';
  if (/^\\s*(javascript|data):/i.test(link)) e.dispatchEvent(new MouseEvent('click', {bubbles: true}));
}
"""
RAN = "document.documentElement.getAttribute('data-ran') || ''"


class Server:
    """Serves pages by name; every other address is remembered in `called`."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.called: list[str] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.lstrip("/")
                page = server.pages.get(name)
                if page is None:
                    server.called.append(name)
                self.send_response(200 if page is not None else 204)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Access-Control-Allow-Origin", "*")
                self.end_headers()
                self.wfile.write(page or b"")

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,))
        self._thread.start()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class Browser:
    """One Chromium with one tab."""

    def __init__(self) -> None:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            raise RuntimeError(MISSING)
        self._folder = Path(tempfile.mkdtemp(prefix="chromium-"))
        command = [program, *FLAGS, f"--user-data-dir={self._folder}", "about:blank"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._numbers = itertools.count(1)
        port = self._port()
        browser = websocket.create_connection(port, timeout=PATIENCE)
        self._socket = browser
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        browser.close()
        self._socket = websocket.create_connection(
            f"{port.partition('/devtools')[0]}/devtools/page/{target}", timeout=PATIENCE
        )
        self.call("Page.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
        shutil.rmtree(self._folder, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and return its answer."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        return self._receive(lambda message: message.get("id") == number)["result"]

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self.call("Page.navigate", url=address)
        self._receive(lambda message: message.get("method") == "Page.loadEventFired")

    def evaluate(self, script: str) -> Any:
        """Return the value of a script, run in the page whatever its policy says."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def touch(self) -> str:
        """Do in the page what a reader might do, and return the names of the scripts that ran in it."""
        self.evaluate(TOUCH)
        time.sleep(0.05)
        return str(self.evaluate(RAN))

    def wait_for(self, condition: str) -> None:
        """Wait until a script says true."""
        for _ in range(PATIENCE * 10):
            if self.evaluate(condition):
                return
            time.sleep(0.1)
        raise AssertionError(f"never true: {condition}")

    def screenshot(self, path: Path, height: int = 1600) -> None:
        clip = {"x": 0, "y": 0, "width": 1200, "height": height, "scale": 1}
        picture = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"]
        path.write_bytes(base64.b64decode(picture))

    def _receive(self, wanted: Any) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv())
            if message.get("method") == "Page.javascriptDialogOpening":
                raise AssertionError(f"a dialog opened: {message['params']['message']}")
            if "error" in message:
                raise AssertionError(message["error"])
            if wanted(message):
                return message

    def _port(self) -> str:
        """Return the address of the DevTools, once Chromium has written it down."""
        file = self._folder / "DevToolsActivePort"
        for _ in range(PATIENCE * 20):
            if file.exists() and len(lines := file.read_text().split()) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"Chromium did not start (exit status {self._process.poll()})")
