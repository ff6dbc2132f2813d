"""Worker processes of a search: started when needed, told apart when one dies, stopped at the end."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


def answers(
    tasks: Sequence[Mapping[str, Any]], jobs: int
) -> Generator[tuple[Mapping[str, Any], str], None, None]:
    """Have tasks done by `jobs` processes; yield each with why it failed, or nothing, as soon as it is done.

    Close the generator (`contextlib.closing`) to stop all processes at once.
    """
    with Workers() as workers, ThreadPoolExecutor(jobs) as threads:
        waiting = {threads.submit(workers.ask, task): task for task in tasks}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            workers.stop()


class Workers:
    """Processes of `toolkit.search_worker`, one for each thread that asks; a dead one is replaced.

    They are interpreters of their own, with one thread for linear algebra and the import path of this one.
    """

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[str]] = []
        self.lock, self.own, self.stopped = threading.Lock(), threading.local(), False

    def ask(self, task: Mapping[str, Any]) -> str:
        """Send a task to this thread's process; return why it failed, or nothing."""
        process: subprocess.Popen[str] | None = getattr(self.own, "process", None)
        if process is None or process.poll() is not None:
            process = self.own.process = self._start()
        reply = ""
        assert process.stdin is not None and process.stdout is not None
        with contextlib.suppress(OSError):  # it is dead: there is no reply
            print(json.dumps(task), file=process.stdin, flush=True)
            reply = process.stdout.readline()
        if reply.endswith("\n"):
            return str(json.loads(reply))
        process.kill()
        status = process.wait()
        how = f"killed by signal {-status}" if status < 0 else f"it ended with status {status}"
        return f"its worker process died ({how}); the next call tries it again"

    def stop(self) -> None:
        """End all processes, busy or not: what they have written is complete."""
        with self.lock:
            self.stopped = True
        for process in self.processes:
            process.kill()
            process.wait()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        for process in self.processes:
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if stream:
                        stream.close()

    def _start(self) -> subprocess.Popen[str]:
        path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
        with self.lock:
            if self.stopped:
                raise RuntimeError("the search has been stopped")
            process = subprocess.Popen(
                [sys.executable, "-m", "toolkit.search_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                env={**os.environ, **ONE_THREAD, "PYTHONPATH": path},
                start_new_session=True,  # an interrupt of the notebook is for the notebook
            )
            self.processes.append(process)
        return process
