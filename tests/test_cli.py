"""The command's contract: exit statuses, one clear line for each problem, JSON alone on stdout."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial

import pytest
from click.testing import CliRunner
from commands import Commands
from sizes import FULL_SIZE
from tiny_course import make_course

from autograder.cli import main
from toolkit import standin

COMMANDS = ("data", "release", "verify", "collect", "grade", "report", "export", "demo", "doctor")

pytestmark = pytest.mark.xdist_group("commands")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_subcommand_has_help(commands: Commands, command, tmp_path):
    done = commands.run(tmp_path, "autograder", command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: python -m autograder {command}")


@pytest.mark.parametrize("arguments", [("verify",), ("grade", "knn"), ("report", "knn"), ("doctor",)])
def test_outside_a_course_one_line_says_so(commands: Commands, arguments, tmp_path):
    done = commands.run(tmp_path, "autograder", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "nbgrader_config.py" in done.stderr


def test_an_unknown_assignment_is_named_with_those_there_are(commands: Commands, tmp_path):
    done = commands.run(make_course(tmp_path).root, "autograder", "verify", "kmn")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "'kmn'" in done.stderr and "tiny" in done.stderr


def test_no_submission_is_one_line(commands: Commands, tmp_path):
    done = commands.run(make_course(tmp_path).root, "autograder", "grade", "tiny")
    assert done.returncode == 2
    assert "submitted/<student>/tiny/" in done.stderr


def test_release_check_says_stale_and_then_up_to_date(commands: Commands, tmp_path):
    root = make_course(tmp_path).root
    assert commands.run(root, "autograder", "release", "tiny", "--check").returncode == 1
    assert commands.run(root, "autograder", "release", "tiny").returncode == 0
    assert commands.run(root, "autograder", "release", "tiny", "--check").returncode == 0


def test_verify_prints_json_alone_and_fails_on_an_unproven_check(commands: Commands, tmp_path):
    done = commands.run(make_course(tmp_path).root, "autograder", "verify", "--json")
    (tiny,) = json.loads(done.stdout)["assignments"]
    assert (tiny["solution"], tiny["stub"]) == (1.0, 0.0)
    assert done.returncode == 1
    assert "no mistake shows that spread can fail" in done.stderr


def test_data_installs_the_stand_in_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("CIFAR10_FOLDER", str(tmp_path / "data"))
    if not FULL_SIZE:
        monkeypatch.setattr(standin, "draw", partial(standin.draw, 500, 100))
    done = CliRunner().invoke(main, ["data", "--dataset", "standin"])
    assert done.exit_code == 0
    assert done.stdout.startswith("stand-in data, not CIFAR-10")
    assert (tmp_path / "data" / "standin" / "meta.json").is_file()


def test_doctor_prints_json(commands: Commands, tmp_path):
    done = commands.run(make_course(tmp_path).root, "autograder", "doctor", "--json")
    found = json.loads(done.stdout)
    assert {"python", "data", "isolation", "library"} <= found.keys()


def test_a_new_interpreter_runs_the_command(tmp_path):
    command = [sys.executable, "-m", "autograder", "grade", "knn"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "nbgrader_config.py" in done.stderr
