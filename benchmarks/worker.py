"""What a worker process costs: a fresh one, a call, and data there and back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import numpy as np

from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from benchmarks.timing import row, seconds

FILES = {"numbers_.py": b"import numpy as np\n\n\ndef same(x):\n    return x\n"}


def measure(repeats: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table."""
    zygote = Zygote()

    def fresh() -> None:
        worker = Worker(zygote, FILES)
        worker.allow(60)
        worker.session.module("numbers_").same(1.0)
        worker.close()

    try:
        interpreter = seconds(lambda: subprocess.run([sys.executable, "-c", "import numpy"], check=True), 5)
        started = seconds(fresh, repeats)
        times = f"{np.median(interpreter) / np.median(started):.0f} times faster than a new interpreter"
        yield row("new interpreter, import numpy", interpreter)
        yield row("fresh worker, import, one call, end", started, times)
        worker = Worker(zygote, FILES)
        worker.allow(600)
        same = worker.session.module("numbers_").same
        yield row("a further call", seconds(lambda: same(1.0), 10 * repeats))
        large = np.zeros(10_000_000 // 8)
        yield row("10 MB there and back", seconds(lambda: same(large), repeats))
        worker.close()
    finally:
        zygote.close()
