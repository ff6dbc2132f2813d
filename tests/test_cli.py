"""The command's contract: exit statuses, one clear line for each problem, JSON alone on stdout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_course import make_course

COMMANDS = ("data", "release", "verify", "collect", "grade", "report", "export", "demo", "doctor")


def run(cwd: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "autograder", *arguments]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_subcommand_has_help(command, tmp_path):
    done = run(tmp_path, command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: python -m autograder {command}")


@pytest.mark.parametrize("arguments", [("verify",), ("grade", "knn"), ("report", "knn"), ("doctor",)])
def test_outside_a_course_one_line_says_so(arguments, tmp_path):
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "nbgrader_config.py" in done.stderr


def test_an_unknown_assignment_is_named_with_those_there_are(tmp_path):
    done = run(make_course(tmp_path).root, "verify", "kmn")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "'kmn'" in done.stderr and "tiny" in done.stderr


def test_no_submission_is_one_line(tmp_path):
    done = run(make_course(tmp_path).root, "grade", "tiny")
    assert done.returncode == 2
    assert "submitted/<student>/tiny/" in done.stderr


def test_release_check_says_stale_and_then_up_to_date(tmp_path):
    root = make_course(tmp_path).root
    assert run(root, "release", "tiny", "--check").returncode == 1
    assert run(root, "release", "tiny").returncode == 0
    assert run(root, "release", "tiny", "--check").returncode == 0


def test_verify_prints_json_alone_and_fails_on_an_unproven_check(tmp_path):
    done = run(make_course(tmp_path).root, "verify", "--json")
    (tiny,) = json.loads(done.stdout)["assignments"]
    assert (tiny["solution"], tiny["stub"]) == (1.0, 0.0)
    assert done.returncode == 1
    assert "no mistake shows that spread can fail" in done.stderr


def test_data_installs_the_stand_in_and_says_so(tmp_path):
    done = run(tmp_path, "data", "--dataset", "standin", CIFAR10_FOLDER=str(tmp_path / "data"))
    assert done.returncode == 0
    assert done.stdout.startswith("stand-in data, not CIFAR-10")
    assert (tmp_path / "data" / "standin" / "meta.json").is_file()


def test_doctor_prints_json(tmp_path):
    done = run(make_course(tmp_path).root, "doctor", "--json")
    found = json.loads(done.stdout)
    assert {"python", "data", "isolation", "library"} <= found.keys()
