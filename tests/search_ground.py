"""A module of functions to search with, and what searches with them leave behind."""

import contextlib
import os
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from toolkit.search_result import SearchResult

# What `what` says happens; every evaluation leaves a line of its process and its configuration in `log`.
FUNCTIONS = """
import os, signal, time
from pathlib import Path
import numpy as np

HERE = Path(__file__).parent

def evaluate(config, rng, log="log", pause=0.0):
    with (HERE / log).open("a") as lines:
        lines.write(f"{os.getpid()} {config['rate']}\\n")
    time.sleep(pause)
    print("what is printed is no reply")
    what, once = config.get("what"), HERE / "died"
    if what == "raise":
        raise ValueError("a message\\nof two lines")
    if what == "die" or (what == "die once" and not once.exists()):
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "die after writing":
        import __main__ as worker
        write = worker.write_checkpoint
        worker.write_checkpoint = lambda *given: (write(*given), os.kill(os.getpid(), signal.SIGKILL))
    given = {"nan": np.nan, "percent": 51.2}.get(what, float(rng.random()))
    arrays = {"W": rng.normal(size=(3, 2)).astype(np.float32)}
    strange = {"infinite": {"W": np.array([1, np.inf])}, "objects": {"W": np.array([{}])}}
    return given, strange.get(what, arrays)

def threads(config, rng):
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    return 1.0, {name: np.array(int(os.environ[name])) for name in names}

def pair(config, rng):
    return 0.5

def outer():
    def inner(config, rng):
        return 0.5, {}
    return inner
"""


@pytest.fixture
def functions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module beside the notebook, and a folder to search in."""
    (tmp_path / "search_functions.py").write_text(FUNCTIONS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "search_functions", raising=False)
    monkeypatch.chdir(tmp_path)
    import search_functions

    return search_functions


def rates(*whats: str) -> list[dict]:
    return [{"rate": 10.0**-i, **({"what": what} if what else {})} for i, what in enumerate(whats)]


def evaluated(log: str = "log") -> list[float]:
    return (
        [float(line.split()[1]) for line in Path(log).read_text().splitlines()] if Path(log).exists() else []
    )


def values(result: SearchResult) -> dict:
    return {trial.config["rate"]: (repr(trial.accuracy), trial.reason) for trial in result.trials}


def await_end_of_processes() -> None:
    """Wait until no other process works in this folder, not even one that has evaluated nothing yet."""
    for _ in range(600):
        if not _others_here():
            return
        time.sleep(0.05)
    raise AssertionError(f"a worker is left: {_others_here()}")


def _others_here() -> list[int]:
    here = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended, or is a zombie
            if (process / "cwd").resolve(strict=True) == Path.cwd():
                here.append(int(process.name))
    return [pid for pid in here if pid != os.getpid()]
