"""IPython as notebooks know it, without a terminal: whatever a cell shows is handed to a function."""

from __future__ import annotations

import io
import signal
import site
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

PIECE = 1 << 16
BUNDLE_LIMIT = 8 << 20

Send = Callable[[dict[str, Any]], None]


class Outbox:
    """What was written to stdout and stderr and is not sent yet; sent before anything else is."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._lock = threading.RLock()
        self._name, self._pieces, self._size = "", list[str](), 0

    def write(self, name: str, text: str) -> None:
        with self._lock:
            for start in range(0, len(text), PIECE):
                if name != self._name or self._size >= PIECE:
                    self.flush()
                piece = text[start : start + PIECE]
                self._name, self._size = name, self._size + len(piece)
                self._pieces.append(piece)

    def flush(self) -> None:
        with self._lock:
            if self._pieces:
                text, self._pieces, self._size = "".join(self._pieces), [], 0
                self._send({"type": "stream", "name": self._name, "text": clean(text)})

    def send(self, message: dict[str, Any]) -> None:
        with self._lock:
            self.flush()
            self._send(message)


class Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of a notebook."""

    encoding = "utf-8"

    def __init__(self, name: str, outbox: Outbox) -> None:
        self._name, self._outbox = name, outbox

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outbox.write(self._name, text)
        return len(text)


class Publisher(DisplayPublisher):
    """Where `display` leads."""

    shell: Shell

    def publish(
        self, data: Any, metadata: Any = None, source: Any = None, *, transient: Any = None, **other: Any
    ) -> None:
        name = (transient or {}).get("display_id")
        where = {"display_id": str(name), "update": bool(other.get("update"))} if name else {}
        self.shell.outbox.send({"type": "bundle", "data": bundle(data), **where})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outbox.send({"type": "clear", "wait": bool(wait)})


class Result(DisplayHook):
    """Where the value of a cell's last expression goes."""

    shell: Shell

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        count = self.shell.execution_count
        self.shell.outbox.send({"type": "bundle", "data": bundle(format_dict), "count": count})

    def finish_displayhook(self) -> None:
        self._is_active = False


class Shell(InteractiveShell):
    """IPython's shell, which sends tracebacks, too."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(Result)
    outbox: Outbox

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        lines = [clean(line) for line in ([stb] if isinstance(stb, str) else stb)]
        name, text = clean(etype.__name__), clean(str(evalue))
        self.outbox.send({"type": "failure", "ename": name, "evalue": text, "traceback": lines})

    def ask_exit(self) -> None:
        """`exit` has no effect: the notebook ends after its last cell."""

    def enable_gui(self, gui: Any = None) -> None:
        """There is no window system."""


def make_shell(send: Send) -> Shell:
    """Return the shell of this process; standard output and errors go to `send` as its outputs do."""
    site.sethelper()
    shell: Shell = Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.outbox = Outbox(send)
    sys.stdout, sys.stderr = Stream("stdout", shell.outbox), Stream("stderr", shell.outbox)
    return shell


def run_cell(shell: Shell, source: str, seconds: float) -> bool:
    """Run a cell; interrupt it when it is late, again every second, and say whether it was."""
    late = False

    def interrupt(_: int, __: FrameType | None) -> None:
        nonlocal late
        late = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, 1)
        shell.run_cell(source, store_history=True)
    except KeyboardInterrupt:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    shell.outbox.flush()
    return late


def bundle(data: Any) -> dict[str, str]:
    """Return the texts and pictures of a MIME bundle; others cannot be shown outside a live notebook."""
    texts = {str(mime): clean(value) for mime, value in dict(data).items() if isinstance(value, str)}
    size = sum(map(len, texts.values()))
    return texts if size <= BUNDLE_LIMIT else {"text/plain": f"(an output of {size:,} characters)"}


def clean(text: str) -> str:
    """Return a text without lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")
