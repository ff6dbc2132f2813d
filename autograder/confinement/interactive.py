"""The process of an ordinary notebook: confines itself, then runs the cells that come over its channel."""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import Any

from autograder.confinement.confine import confine, walls
from autograder.confinement.notebook_rules import notebook_limits, notebook_rules
from autograder.confinement.notebook_wire import Wire
from autograder.confinement.shell import make_shell, run_cell


def main(descriptor: int) -> None:
    """Serve the channel until its other end closes; the first message says how to be confined."""
    before = Wire(_opened(descriptor))
    given = _received(before)
    limits = notebook_limits(given["memory"], given["seconds"])
    around = walls(**given["walls"], calls=notebook_rules(), limits=limits, uid=given["uid"])
    wire = Wire(_opened(confine(before.socket.detach(), around)))
    unreadable = [path for path in (os.__file__, *given["sites"]) if not os.access(path, os.R_OK)]
    if unreadable:
        reason = f"{unreadable[0]} cannot be read by other users than root; put it where all can read it"
        wire.send({"type": "broken", "reason": reason})
        return
    try:
        os.environ.update(given["environment"])
        os.chdir(given["folder"])
        sys.path[:] = ["", *(path for path in sys.path if path not in given["sites"]), *given["sites"]]
        shell = make_shell(wire.send)
    except Exception as error:
        wire.send({"type": "broken", "reason": f"{type(error).__name__}: {error}"})
        return
    wire.send({"type": "ready"})
    while True:
        cell = _received(wire)
        late = run_cell(shell, cell["source"], cell["seconds"])
        wire.send({"type": "done", "late": late})


def _opened(descriptor: int) -> socket.socket:
    return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, descriptor)


def _received(wire: Wire) -> dict[str, Any]:
    try:
        while (frame := wire.frame()) is None:
            wire.fill()
    except EOFError:
        os._exit(0)
    message: dict[str, Any] = json.loads(frame)
    return message
