"""Tests of one group run in one process, however many there are: they share what took long to make."""

import subprocess
import sys

TESTS = """
import os
import pathlib
import pytest

GROUPS = [pytest.param(name, marks=pytest.mark.xdist_group(f"made of {name}")) for name in "ab"]

@pytest.fixture(params=GROUPS)
def made(request):
    return request.param

@pytest.mark.parametrize("count", range(8))
def test_it(made, count):
    pathlib.Path(f"{made}-{os.getpid()}").touch()
"""


def test_a_group_stays_in_one_process(tmp_path):
    (tmp_path / "test_grouped.py").write_text(TESTS)
    command = "-m pytest --quiet --rootdir . --numprocesses 3 --dist loadgroup --no-loadscope-reorder"
    done = subprocess.run([sys.executable, *command.split()], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name[0] for path in sorted(tmp_path.glob("?-*"))] == ["a", "b"]
