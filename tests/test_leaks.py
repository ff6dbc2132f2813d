"""The proof that a release is clean notices everything that must not be in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tiny_course import CHECKS, GIVEN, MISTAKE, MODULE, REFERENCE, make_course, notebook, tiny, write_notebook

from autograder.course import Assignment
from autograder.leaks import leaks, module_secrets, notebook_secrets
from autograder.stubs import stub_module


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    return tiny(make_course(tmp_path))


@pytest.fixture
def clean(assignment: Assignment) -> dict[str, bytes]:
    return {
        "averages.py": stub_module(MODULE, "averages.py").encode(),
        "given.py": GIVEN.encode(),
        "checks.py": CHECKS.split("### BEGIN")[0].encode(),
        "expected.npz": b"PK\x00\xff",
    }


def cell(source: str | list[str]) -> bytes:
    return json.dumps({"cells": [{"source": source}]}).encode()


def test_a_stub_and_public_checks_are_clean(assignment: Assignment, clean: dict[str, bytes]) -> None:
    assert leaks(assignment, clean) == []


def test_secrets_are_the_marked_lines_that_are_not_given_as_well(assignment: Assignment) -> None:
    secrets = {secret.line: secret.origin for secret in module_secrets(assignment)}
    assert secrets["secret_totals = X.sum(axis=1)"] == "averages.py:13"
    assert secrets["def average_of_one_column(averages, rng):"] == "checks.py:20"
    assert "num_rows = X.shape[0]" not in secrets
    assert '@check("averages", points=1.5, cell="average")' in secrets
    assert "return means" not in secrets


def test_an_answer_without_markers_is_secret_as_a_whole(assignment: Assignment) -> None:
    lines = [secret.line for secret in notebook_secrets(assignment)]
    assert lines == ["Because the secret of the mean is the sum.", "It is divided by the count."]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("averages.py", MODULE.encode()),
        ("toolkit/data.py", b"def f(X):\n\tsecret_totals = X.sum(axis=1)  # from the answer\n"),
        ("requirements.txt", b"numpy  # return float(np.max(X) - np.min(X))\n"),
        (
            "checks.py",
            CHECKS.replace("### BEGIN HIDDEN TESTS\n", "").replace("### END HIDDEN TESTS", "").encode(),
        ),
        ("tiny.ipynb", cell("# Answer\nmeans = secret_totals / X.shape[1]")),
        ("tiny.ipynb", cell(["import numpy\n", "means = secret_totals / X.shape[1]\n"])),
        (
            "tiny.ipynb",
            json.dumps({"metadata": {"note": "def average_of_one_column(averages, rng):"}}).encode(),
        ),
        ("tiny.ipynb", cell("> Because the secret of the mean is the sum.")),
    ],
)
def test_a_secret_line_is_found_wherever_it_is(
    assignment: Assignment, clean: dict[str, bytes], name: str, content: bytes
) -> None:
    found = leaks(assignment, {**clean, name: content})
    assert found and all(problem.startswith(f"{name}: ") for problem in found)


def test_the_problem_names_the_line_it_comes_from(assignment: Assignment, clean: dict[str, bytes]) -> None:
    found = leaks(assignment, {**clean, "toolkit/x.py": b"secret_totals = X.sum(axis=1)\n"})
    assert found == [
        "toolkit/x.py: holds averages.py:13, which is not for students: 'secret_totals = X.sum(axis=1)'"
    ]


def test_part_of_a_longer_name_is_no_leak(assignment: Assignment, clean: dict[str, bytes]) -> None:
    assert leaks(assignment, {**clean, "toolkit/x.py": b"my_secret_totals = X.sum(axis=1)\n"}) == []


@pytest.mark.parametrize(
    "marker", ["### BEGIN SOLUTION", "    # end hidden tests", "=== END MARK SCHEME ==="]
)
def test_left_markers_are_found(assignment: Assignment, clean: dict[str, bytes], marker: str) -> None:
    for name, content in (("given.py", marker.encode()), ("tiny.ipynb", cell(f"x\n{marker}"))):
        assert leaks(assignment, {**clean, name: content}) == [
            f"{name}: the marker {marker.strip()!r} is left"
        ]


def test_the_toolkit_may_speak_of_markers(assignment: Assignment, clean: dict[str, bytes]) -> None:
    assert (
        leaks(assignment, {**clean, "toolkit/x.py": b'"""Between `### BEGIN SOLUTION` and so on."""\n'}) == []
    )


@pytest.mark.parametrize(
    ("content", "path"), [(REFERENCE, "reference/averages.py"), (MISTAKE, "mistakes/wrong_axis.py")]
)
def test_references_and_mistakes_are_found_under_any_name(
    assignment: Assignment, clean: dict[str, bytes], content: str, path: str
) -> None:
    found = leaks(assignment, {**clean, "toolkit/extra.py": content.encode() + b"\n\n"})
    assert f"toolkit/extra.py: is {path}, which students must not get" in found


def test_placeholders_in_the_source_are_no_secret(assignment: Assignment, clean: dict[str, bytes]) -> None:
    content = notebook()
    content.cells[-1].source = "YOUR ANSWER HERE"
    write_notebook(assignment.source / "tiny.ipynb", content)
    assert leaks(assignment, {**clean, "tiny.ipynb": cell("YOUR ANSWER HERE")}) == []
