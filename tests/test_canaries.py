"""What is secret appears in nothing that grading a hostile class writes: no result, notebook, page or log."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from attack_files import load_attacks
from attack_target import PATTERN, canary
from commands import Commands
from released_course import hand_in, make_released_course, student_notebook
from tiny_course import MODULE

from autograder.course import Course

HOSTILE = """
TARGET = {target!r}
ATTACKS = {attacks!r}


def spread(X):
    found = []
    for text in ATTACKS:
        space = {{}}
        try:
            exec(text, space)
            found.append(space["attack"](TARGET))
        except Exception as error:
            found.append(repr(error))
    {tell}
"""
TELLS = {
    "anna": "raise ValueError(found)",
    "bert": "print(found)\n    return found",
    "cleo": 'return "".join(map(str, found))',
    "dora": "raise type(str(found), (Exception,), {})",
}
LEFT_OUT = {"secrets/memory_by_system_call", "secrets/own_memory"}  # one needs a module, one ends the process
ATTACKS = [attack.text for name, attack in load_attacks(["secrets"]).items() if name not in LEFT_OUT]


@pytest.fixture
def root() -> Iterator[Path]:
    """Return a folder that everybody may enter, so that permissions of folders protect nothing."""
    with tempfile.TemporaryDirectory(prefix="canaries-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.mark.slow
@pytest.mark.xdist_group("commands")
def test_no_canary_appears_in_anything_written(root: Path, new_gradebook: Path, commands: Commands):
    course = make_released_course(root)
    secrets = {name: canary() for name in ("environment", "secret file", "reference", "other submission")}
    (root / ".autograder-secret").write_text(secrets["secret file"])
    reference = course.hidden / "tiny" / "reference" / "averages.py"
    reference.write_text(f"{reference.read_text()}\nKEY = '{secrets['reference']}'\n")
    for student in ("zoe", *TELLS):
        hand_in(course, student_notebook(course), student)
    other = course.submitted / "zoe" / "tiny" / "averages.py"
    other.write_text(f"{other.read_text()}\nKEY = '{secrets['other submission']}'\n")
    for student, tell in TELLS.items():
        target = {**known(course), "reference": str(reference), "submission": str(other)}
        code = HOSTILE.format(target=target, attacks=ATTACKS, tell=tell)
        (course.submitted / student / "tiny" / "averages.py").write_text(MODULE + code)
    places = set(root.rglob("*"))
    shutil.copy(new_gradebook, root / "gradebook.db")
    said = [
        commands.run(root, *command.split(), AUTOGRADER_SECRET=secrets["environment"])
        for command in ("autograder grade tiny", "nbgrader generate_feedback tiny", "autograder report tiny")
    ]
    assert [done.returncode for done in said] == [0, 0, 0], said
    written = {path: path.read_bytes() for path in set(root.rglob("*")) - places if path.is_file()}
    assert {"anna.json", "tiny.html", "index.html", "gradebook.db"} <= {path.name for path in written}
    assert b"PermissionError(" in (course.results / "tiny" / "anna.json").read_bytes()
    for name, secret in secrets.items():
        holders = {path for path, content in written.items() if secret.encode() in content}
        if name == "other submission":
            holders = {path for path in holders if "zoe" not in path.parts}
        assert holders == set(), name
        assert not any(secret in done.stdout + done.stderr for done in said), name


def known(course: Course) -> dict[str, object]:
    """Return what the attacks are told of this course and of the process that grades."""
    paths = {
        name: str(course.root / path)
        for name, path in {
            "secret_file": ".autograder-secret",
            "ssh_key": ".ssh/id_ed25519",
            "expected": "assignments/tiny/expected.npz",
            "gradebook": "gradebook.db",
        }.items()
    }
    toolkit = str(Path(__file__).parents[1] / "toolkit" / "host.py")
    numbers = {"grader": os.getpid(), "zygote": os.getppid(), "segment": 1, "address": 4096, "size": 39}
    own = {
        "course": str(course.root),
        "pattern": PATTERN,
        "toolkit": toolkit,
        "shared_memory": "no-such-memory",
    }
    return {**paths, **numbers, **own}
