"""Start a fresh interpreter, in namespaces or not, that runs one of this package's processes."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Mapping
from typing import IO

from autograder.confinement.bubblewrap import wrapped
from autograder.confinement.surroundings import Surroundings

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
"""What every such process finds in its environment; nothing of ours is handed on."""


def launch(
    program: list[str],
    around: Surroundings,
    in_namespaces: bool,
    environment: Mapping[str, str],
    channel: socket.socket,
    errors: IO[bytes],
) -> subprocess.Popen[bytes]:
    """Start an interpreter that finds only the standard library, and of descriptors only `channel`.

    Parameters
    ----------
    program : list of str
        Its code and arguments.
    around : Surroundings
    in_namespaces : bool
        Whether nothing but `around` is to exist for it.
    environment : mapping of str to str
    channel : socket
        Keeps its number.
    errors : binary file
        Takes what is written to standard error.

    Raises
    ------
    BubblewrapError, OSError
        If it cannot be started.
    """
    command = [str(around.interpreter), "-S", "-P", "-s", "-B", "-c", *program]
    return subprocess.Popen(
        wrapped(command, around) if in_namespaces else command,
        pass_fds=[channel.fileno()],
        env=environment,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )


def last_line(errors: IO[bytes]) -> str:
    """Return the last line that was written to standard error, empty if there is none."""
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
