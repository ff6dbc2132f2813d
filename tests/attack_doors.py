"""Sockets, a pipe and shared memory of the grader, which an attacker may find by their names."""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import socket
from pathlib import Path
from typing import Any

_IPC_CREAT = 0o1000

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


class Doors:
    """Everything through which another process could be reached.

    Parameters
    ----------
    folder : Path
        For the pipe and the socket that have a path; everybody may write there.
    mark : str
        What the other names begin with.
    texts : pair of str
        What the POSIX and the System V shared memory hold.

    Attributes
    ----------
    known : dict
        Names and numbers by which all of it is found.
    """

    def __init__(self, folder: Path, mark: str, texts: tuple[str, str]) -> None:
        self.mark = mark
        pipe = folder / "pipe"
        os.mkfifo(pipe)
        pipe.chmod(0o666)
        self._pipe = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self.known = {"pipe": str(pipe), **self._sockets(folder / "socket"), **self._shared_memory(*texts)}

    def used(self) -> list[str]:
        """Return a line for each door that was used since the last call, and for what was left behind it."""
        return self._used_sockets() + self._left_shared_memory()

    def close(self) -> None:
        """Remove the shared memory."""
        libc.shmctl(self._segment, 0, None)
        self.memory.unlink()

    def _sockets(self, path: Path) -> dict[str, Any]:
        abstract = f"\0{self.mark}-grader"
        self._listeners = [
            socket.create_server(("127.0.0.1", 0)),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            socket.socket(socket.AF_UNIX),
            socket.socket(socket.AF_UNIX),
        ]
        self._listeners[1].bind(("127.0.0.1", 0))
        for listener, name in zip(self._listeners[2:], (str(path), abstract), strict=True):
            listener.bind(name)
            listener.listen()
        path.chmod(0o777)
        for listener in self._listeners:
            listener.setblocking(False)
        tcp, udp = (listener.getsockname()[1] for listener in self._listeners[:2])
        return {"tcp": tcp, "udp": udp, "socket": str(path), "abstract": abstract[1:]}

    def _shared_memory(self, posix: str, system_v: str) -> dict[str, Any]:
        self.memory = Path("/dev/shm", f"{self.mark}-grader")
        self.memory.write_text(posix)
        self.memory.chmod(0o666)
        self._key = secrets.randbelow(2**30)
        self._segment = libc.shmget(self._key, 4096, _IPC_CREAT | 0o666)
        ctypes.memmove(libc.shmat(self._segment, None, 0), system_v.encode(), len(system_v))
        return {"shared_memory": self.memory.name, "segment": self._key, "new_key": self._key + 1}

    def _used_sockets(self) -> list[str]:
        used = []
        for listener, kind in zip(self._listeners, ("TCP", "UDP", "path", "abstract"), strict=True):
            try:
                listener.recv(1) if kind == "UDP" else listener.accept()[0].close()
                used.append(f"a connection came in ({kind})")
            except BlockingIOError:
                pass
        with contextlib.suppress(BlockingIOError):
            used += [f"{len(os.read(self._pipe, 4096))} bytes came through the pipe"]
        return used

    def _left_shared_memory(self) -> list[str]:
        left = []
        for kind, further in (("shm", (0, 0)), ("msg", (0,)), ("sem", (0, 0))):
            number = getattr(libc, f"{kind}get")(self._key + 1, *further)
            if number >= 0:
                left.append(f"System V {kind} was left")
                getattr(libc, f"{kind}ctl")(number, 0, 0, 0)  # remove
        return left
