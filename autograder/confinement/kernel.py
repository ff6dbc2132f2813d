"""Run a notebook's cells, one after the other, in a confined process; whatever goes wrong is an output."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from nbformat import NotebookNode

from autograder.confinement.confine import spare_uid
from autograder.confinement.kernel_process import Allowance, KernelError, KernelProcess
from autograder.confinement.levels import Confinement
from autograder.confinement.outputs import Broken, Done, Outputs, Ready
from autograder.confinement.scratch import scratch_folder

GRACE = 5


class Kernel:
    """What runs the cells of one notebook; a context manager, after which nothing of it is left.

    Parameters
    ----------
    confinement : Confinement
        The layers around its process.
    files : Path or None
        Folder whose files the notebook finds where it runs: it gets a copy.
    allowance : Allowance
        What it may use.
    """

    def __init__(self, confinement: Confinement, files: Path | None, allowance: Allowance) -> None:
        self.confinement = confinement
        self.files = files
        self.allowance = allowance
        self._stack = ExitStack()
        self._outputs = Outputs(allowance.outputs)
        self._ended = ""

    def __enter__(self) -> Self:
        """Start the process.

        Raises
        ------
        KernelError
            If that is not possible.
        """
        uid = spare_uid(os.getpid()) if os.getuid() == 0 else None
        with self._stack:
            folder = self._stack.enter_context(scratch_folder(self.files, uid))
            self._process = KernelProcess(self.confinement, folder, uid, self.allowance)
            self._stack.callback(self._process.close)
            self._deadline = time.monotonic() + self.allowance.total
            self._stack = self._stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def run(self, source: str) -> list[NotebookNode]:
        """Run a cell and return its outputs."""
        if self._ended:
            self._outputs.fail("NotRunError", f"not run, because of an earlier cell: {self._ended}")
            return self._outputs.take()
        try:
            self._run(source)
        except KernelError as error:
            self._ended = str(error)
            self._outputs.fail("NotebookStoppedError", self._ended)
            self._stack.close()
        return self._outputs.take()

    def _run(self, source: str) -> None:
        remaining = self._deadline - time.monotonic()
        if remaining <= 0:
            raise KernelError(f"the notebook ran longer than {self.allowance.total:g} s")
        seconds = min(self.allowance.cell, remaining)
        self._process.send({"source": source, "seconds": seconds})
        for message, size in self._process.messages(seconds + GRACE):
            if isinstance(message, Done):
                if message.late:
                    self._outputs.fail("CellTimeoutError", f"still running after {seconds:.3g} s and stopped")
                return
            if isinstance(message, Ready | Broken):
                raise KernelError("the notebook's process sent something that is no output")
            self._outputs.add(message, size)
