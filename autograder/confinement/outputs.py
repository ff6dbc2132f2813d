"""What the process of a notebook says, checked, and turned into the outputs of its cells."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from nbformat import NotebookNode
from nbformat.v4 import new_output

OVERHEAD = 2_000
FORMATS, LINES, CELLS = 100, 10_000, 1_000_000


class Ready(msgspec.Struct, tag="ready"):
    """The process is confined and waits for cells."""


class Broken(msgspec.Struct, tag="broken"):
    """The process could not be prepared."""

    reason: str


class Stream(msgspec.Struct, tag="stream"):
    """Text written to standard output or errors."""

    name: Literal["stdout", "stderr"]
    text: str


class Bundle(msgspec.Struct, tag="bundle"):
    """A value of a cell (with its number) or something displayed, in several formats."""

    data: Annotated[dict[str, str], Meta(max_length=FORMATS)]
    count: Annotated[int, Meta(ge=0, lt=CELLS)] | None = None
    display_id: str | None = None
    update: bool = False


class Failure(msgspec.Struct, tag="failure"):
    """An exception."""

    ename: str
    evalue: str
    traceback: Annotated[list[str], Meta(max_length=LINES)]


class Clear(msgspec.Struct, tag="clear"):
    """Remove what the cell has shown, at once or when it shows the next."""

    wait: bool


class Done(msgspec.Struct, tag="done"):
    """The cell ended; `late` if it was interrupted before."""

    late: bool


Message = Ready | Broken | Stream | Bundle | Failure | Clear | Done


class Outputs:
    """The outputs of a notebook's cells, one cell after the other, together at most `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = self._left = limit
        self._displays: dict[str, dict[str, Any]] = {}
        self._cell: list[dict[str, Any]] = []
        self._clear_next = False

    def add(self, message: Stream | Bundle | Failure | Clear, size: int) -> None:
        """Add what a message of `size` bytes shows, if the notebook may show that much."""
        self._left -= size + OVERHEAD
        if self._left < 0:
            return
        if isinstance(message, Clear):
            self._clear_next = message.wait
            if not message.wait:
                self._cell.clear()
            return
        if isinstance(message, Bundle) and message.update:
            if message.display_id in self._displays:
                self._displays[message.display_id]["data"] = message.data
            return
        if self._clear_next:
            self._cell.clear()
            self._clear_next = False
        self._show(message)

    def fail(self, name: str, text: str) -> None:
        """Add an error of the grader's own, which is always shown."""
        line = f"{name}: {text}"
        self._cell.append({"output_type": "error", "ename": name, "evalue": text, "traceback": [line]})

    def take(self) -> list[NotebookNode]:
        """Return the outputs of the cell that ended, and begin with the next one."""
        if self._left < 0:
            limit = self._limit >> 20
            self.fail("OutputLimitError", f"the notebook showed more than {limit} MB; the rest is left out")
            self._left = 0
        outputs, self._cell = self._cell, []
        self._clear_next = False
        for output in outputs:
            if output["output_type"] == "stream":
                output["text"] = "".join(output["text"])
        return [new_output(**output) for output in outputs]

    def _show(self, message: Stream | Bundle | Failure) -> None:
        if isinstance(message, Failure):
            self._cell.append({"output_type": "error", **msgspec.structs.asdict(message)})
        elif isinstance(message, Bundle):
            kind = "display_data" if message.count is None else "execute_result"
            count = {} if message.count is None else {"execution_count": message.count}
            output = {"output_type": kind, "data": message.data, **count}
            self._cell.append(output)
            if message.display_id:
                self._displays[message.display_id] = output
        elif self._cell and self._cell[-1].get("name") == message.name:
            self._cell[-1]["text"].append(message.text)
        else:
            self._cell.append({"output_type": "stream", "name": message.name, "text": [message.text]})
