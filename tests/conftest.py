"""Settings and fixtures that every test shares."""

import fcntl
import os
import sys
from pathlib import Path

# Tests run side by side and fill the cores; threads of NumPy, which reads this once, would only wait there.
os.environ |= dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import hypothesis
import pytest

from toolkit import data
from toolkit.download import OFFLINE

pytest_plugins = ["attackers", "commands", "transports"]

# The same examples in every run; no deadline, since a busy machine must not decide whether a test passes.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("project")

LONGEST = "verify, notebooks, two ways, pages, attacks in, attacks on, commands".split(", ")
"""Groups of tests that take longest, which are started first so that no process has one left at the end."""

# What is not installed is not downloaded either: tests go on with the stand-in.
os.environ[OFFLINE] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest groups first, then the files with slow tests, then the others."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}

    def place(item: pytest.Item) -> tuple[int, bool]:
        mark = item.get_closest_marker("xdist_group")
        named = [i for i, name in enumerate(LONGEST) if mark and mark.args[0].startswith(name)]
        return min(named, default=len(LONGEST)), item.path not in slow

    items.sort(key=place)


@pytest.fixture(scope="session")
def data_installed() -> Path:
    """Return the folder of the data set that the tests use: CIFAR-10 if it is there, else the stand-in."""
    return (data.installed() or data.install(dataset="standin")).folder.parent


@pytest.fixture(scope="session")
def new_gradebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty gradebook to copy, made once for all processes: nbgrader takes seconds to make one."""
    from nbgrader.api import Gradebook  # takes long, and most tests do without

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made, begun = shared / "new-gradebook.db", shared / "begun-gradebook.db"
    with (shared / "new-gradebook.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
                Gradebook(f"sqlite:///{begun}").close()
            begun.rename(made)
    return made
