"""Attacks in ordinary notebooks: each is stopped at levels A and B, for root and for an ordinary user."""

import json
import os
import secrets
import shutil
import subprocess
import tempfile
from itertools import cycle
from pathlib import Path

import pytest
from attack_files import load_attacks
from everyones_python import everyones_python
from notebook_ground import TOPICS
from sizes import FULL_SIZE

ROOT = Path(__file__).parents[1]
ORDINARY = 1000
USERS = [0, ORDINARY] if os.getuid() == 0 else [os.getuid()]
SETTINGS = [(level, user) for level in "AB" for user in USERS]
OWN = list(load_attacks(["notebooks"]))
SHARED = {name: (a.topic, a.stopped_by) for name, a in load_attacks(TOPICS[1:]).items()}
"""The attacks on workers."""
if FULL_SIZE:
    TRIED = [(name, *setting) for name in OWN for setting in SETTINGS]
    TRIED += [(name, "B", USERS[-1]) for name in SHARED]  # where the least stands in their way
else:  # the settings in turn; of attacks on workers the last one of each topic and layer
    SETTINGS = list(dict.fromkeys([SETTINGS[0], SETTINGS[-1]]))
    TRIED = [(name, *setting) for name, setting in zip(OWN, cycle(SETTINGS), strict=False)]
    TRIED += [(name, "B", USERS[-1]) for name in {kind: name for name, kind in SHARED.items()}.values()]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("attacks in notebooks")]

PERMITTED = {"persistence/late_thread"}
"""A notebook may start threads; they end with it."""

STOPPED = {
    # attack: what its author is told
    "deep_folders": "more files than can be looked at (File name too long)",
    "disk_flood": "wrote more than 64 MB of files",
    "displayed_flood": "OutputLimitError: the notebook showed more than 1 MB",
    "endless_loop_in_many_ways": "could not be interrupted in time",
    "frame_announced": "sent an output of 4,294,967,295 bytes at once",
    "frame_dripped": "could not be interrupted in time",
    "frame_forged": "sent something that is no output",
    "frame_nested": "sent something that is no output",
    "ignored_alarm": "could not be interrupted in time",
    "many_files": "more than 10,000 files",
    "printed_flood": "OutputLimitError: the notebook showed more than 1 MB",
    "process_ended": "the notebook's process ended (exit status 0)",
}

HONEST = {
    # cell: what it shows
    "sum(map(int, open('data.csv').read().split(',')))": "6",
    "import numpy as np\nprint(np.linalg.solve(np.eye(3), np.arange(3)).tolist())": "[0.0, 1.0, 2.0]\n",
    "import scipy.stats\nfloat(scipy.stats.norm.cdf(0))": "0.5",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);": "<Figure size 640x480 with 1 Axes>",
    "%matplotlib inline\nplt.plot([2, 1])\nplt.show()": "<Figure size 640x480 with 1 Axes>",
    "import os, shutil, tempfile\nos.makedirs('a/b')\nshutil.copy2('data.csv', 'a')\n"
    "os.replace('a/data.csv', 'a/b/data.csv')\nos.listdir('a/b')": "['data.csv']",
    "with tempfile.NamedTemporaryFile() as file: print(file.write(b'abc'))": "3\n",
    "from concurrent.futures import ThreadPoolExecutor\nlist(ThreadPoolExecutor(2).map(abs, [-1]))": "[1]",
    "import asyncio\nawait asyncio.sleep(0.01, 'slept')": "'slept'",
    "from multiprocessing.dummy import Pool\nprint('é\\ud800')": "é?\n",
    "%timeit -q -n 1 -r 1 None": "",
    "1 / 0": "ZeroDivisionError: division by zero",
    "In[1][:3], Out[1]": "('sum', 6)",
    "exit()": "",
    "import autograder": "ModuleNotFoundError: No module named 'autograder'",
}


class Grader:
    """A grader in a process of its own, at a level, and of a user."""

    def __init__(
        self, python: Path, folder: Path, layers: dict[str, object], user: int, packages: str = ""
    ) -> None:
        folder.mkdir()
        os.chown(folder, user, user)
        other = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        self.process = subprocess.Popen(
            [
                *(other if user != os.getuid() else []),
                *(python, ROOT / "tests" / "notebook_ground.py", json.dumps(layers), folder),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "AUTOGRADER_SECRET": f"CANARY-{secrets.token_hex(16)}",
                "PYTHONPATH": packages,
            },
        )

    def ask(self, request: object) -> object:
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        with self.process:
            self.process.stdin.close()


@pytest.fixture(scope="module")
def python():
    """An interpreter and a folder for every user; pytest's own folders are for its user only."""
    with tempfile.TemporaryDirectory(prefix="everyone-") as folder:
        os.chmod(folder, 0o755)
        yield everyones_python(Path(folder)), Path(folder)


@pytest.fixture(scope="module")
def graders(python):
    """Graders by level, user and missing layer; started when first asked for."""
    started = {}

    def get(level, user, missing=None):
        key = f"{level}-{user}-{missing}"
        if key not in started:
            layers = {"level": level, **({missing: False} if missing else {})}
            started[key] = Grader(python[0], python[1] / key, layers, user)
        return started[key]

    yield get
    for grader in started.values():
        grader.close()


@pytest.mark.parametrize(("name", "level", "user"), TRIED)
def test_an_attack_does_no_harm(graders, name, level, user):
    answer = graders(level, user).ask(name)
    loot = [line for line in answer["harm"] if line.startswith("LOOT")]
    assert answer["harm"] == (loot if name in PERMITTED else [])
    assert STOPPED.get(name.removeprefix("notebooks/"), "") in answer["said"]


@pytest.mark.parametrize(("level", "user"), SETTINGS)
def test_an_honest_notebook_runs_as_anywhere(graders, level, user):
    said = graders(level, user).ask(list(HONEST))
    assert dict(zip(HONEST, said, strict=True)) == HONEST


@pytest.mark.parametrize(
    ("missing", "name"),
    [
        ("landlock", "secrets/gradebook"),
        ("landlock", "secrets/other_submission"),
        ("landlock", "persistence/overwritten_results"),
        ("landlock", "notebooks/other_notebooks"),
        ("seccomp", "network/udp"),
        ("seccomp", "network/unix_path"),
        ("seccomp", "notebooks/unreadable_folder"),
        ("seccomp", "persistence/permissions"),
    ],
)
def test_without_its_layer_an_attack_succeeds(graders, missing, name):
    assert graders("B", USERS[-1], missing).ask(name)["harm"]


@pytest.mark.parametrize("level", "AB")
def test_a_grader_among_the_packages_is_hidden(python, level):
    installed = python[1] / f"{level}-installed" / "site-packages"
    for package in ("autograder", "toolkit"):
        shutil.copytree(ROOT / package, installed / package)
    reference = installed / "autograder" / "hidden" / "knn" / "reference" / "k_nearest_neighbor.py"
    assert reference.read_text()
    grader = Grader(python[0], python[1] / f"{level}-wheel", {"level": level}, USERS[-1], str(installed))
    cells = [f"open({str(reference)!r})", "import autograder", "import toolkit, scipy\ntoolkit.__file__"]
    read, imported, others = grader.ask(cells)
    grader.close()
    assert read.startswith(("FileNotFoundError", "PermissionError"))
    assert imported.startswith("PermissionError")
    assert others == repr(str(installed / "toolkit" / "__init__.py"))
