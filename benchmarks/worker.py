"""What a worker process costs at each level: a fresh one, a call, and data there and back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np

from autograder.confinement.levels import LEVELS, Confinement
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from benchmarks.timing import row, seconds

FILES = {"numbers_.py": b"import numpy as np\n\n\ndef same(x):\n    return x\n"}
LARGE = np.zeros(10_000_000 // 8)


def measure(repeats: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table."""
    interpreter = seconds(lambda: subprocess.run([sys.executable, "-c", "import numpy"], check=True), 5)
    yield row("new interpreter, import numpy", interpreter)
    bare = None
    for level in reversed(LEVELS):
        fresh, call, large = _measured(LEVELS[level], repeats)
        bare = fresh if bare is None else bare
        ratio = f"{np.median(fresh) / np.median(bare):.2f} times level D"
        faster = f"{np.median(interpreter) / np.median(fresh):.0f} times faster than a new interpreter"
        yield row(f"level {level}: fresh worker, import, one call, end", fresh, f"{ratio}; {faster}")
        yield row(f"level {level}: a further call", call)
        yield row(f"level {level}: 10 MB there and back", large)


def _measured(confinement: Confinement, repeats: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the times of fresh workers, of further calls and of large ones."""
    zygote = Zygote(confinement)

    def fresh() -> None:
        worker = Worker(zygote, FILES)
        worker.allow(60)
        worker.session.module("numbers_").same(1.0)
        worker.close()

    try:
        started = seconds(fresh, 10 * repeats)
        worker = Worker(zygote, FILES)
        worker.allow(600)
        same = worker.session.module("numbers_").same
        called = seconds(lambda: same(1.0), 10 * repeats)
        moved = seconds(lambda: same(LARGE), repeats)
        worker.close()
    finally:
        zygote.close()
    return started, called, moved
