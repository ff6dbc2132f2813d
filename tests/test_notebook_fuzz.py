"""Thousands of mutated notebooks: each becomes a valid autograded one, and no neighbour's grade changes."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from released_course import PNG, check_results, hand_in, make_released_course, student_notebook
from sizes import FULL_SIZE

from autograder.autograded import autograded
from autograder.collecting.collect import collect
from autograder.collecting.student_notebook import NotebookError, read_cells
from autograder.grade import Grader
from autograder.record import record
from autograder.seeds import course_seeds

ROOT = Path(__file__).parent.parent
BATCH = 300 if FULL_SIZE else 100
"""Ten batches: 3,000 notebooks at full size, as in CI, else 1,000."""
ODD_VALUES = (
    None, True, False, 0, -1, 10**400, 1e999, float("nan"), "", "\ud800", "\x00\x1b[31m", "x" * 200_000,
    [], {}, [[]], [None], {"": None}, {"\udfff": [1]}, ["a", 1, None], {"nbgrader": {"grade_id": [1]}},
    "average", "spread", "why", "code", "markdown", "raw", "image/png", PNG, "<script>alert(1)</script>",
)  # fmt: skip
DEEP = "a value nested deeply"


def enriched(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook that has everything a notebook can have."""
    data = {
        "image/png": PNG,
        "text/plain": ["a", "b"],
        "text/html": "<b>x</b>",
        "application/json": {"a": [1]},
    }
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": ["one\n", "two"]},
        {"output_type": "display_data", "metadata": {"image/png": {"width": 3}}, "data": data},
        {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "7"}, "execution_count": 2},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31mone", "two"]},
    ]
    code = {
        "cell_type": "code",
        "id": "own",
        "metadata": {},
        "source": "x",
        "execution_count": 2,
        "outputs": outputs,
    }
    text = {
        "cell_type": "markdown",
        "id": "text",
        "metadata": {"tags": ["t"]},
        "source": ["![](attachment:a.png)"],
    }
    raw = {"cell_type": "raw", "id": "raw", "metadata": {}, "source": "raw"}
    text["attachments"] = {"a.png": {"image/png": PNG}}
    notebook = copy.deepcopy(dict(notebook))
    notebook["cells"] = [*notebook["cells"], code, text, raw]
    return notebook


def slots(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a JSON value as (container, key)."""
    places = []
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            places += [(value, key), *slots(inner)]
    return places


def change_tree(rng: random.Random, notebook: dict[str, Any]) -> None:
    """Change one place of a notebook."""
    container, key = rng.choice(slots(notebook))
    other, other_key = rng.choice(slots(notebook))
    match rng.randrange(6):
        case 0:
            container[key] = copy.deepcopy(rng.choice(ODD_VALUES))
        case 1:
            del container[key]
        case 2 if isinstance(container, list):
            container.insert(rng.randrange(len(container) + 1), copy.deepcopy(container[key]))
        case 3:
            container[key], other[other_key] = copy.deepcopy(other[other_key]), copy.deepcopy(container[key])
        case 4:
            container[key] = rng.choice(([container[key]], {"x": container[key]}, DEEP))
        case _:
            rng.shuffle(notebook.get("cells") if isinstance(notebook.get("cells"), list) else [])


def change_bytes(rng: random.Random, data: bytes) -> bytes:
    """Change one place of a file."""
    start = rng.randrange(len(data))
    end = min(len(data), start + rng.choice((1, 2, 10, 1000)))
    match rng.randrange(6):
        case 0:
            return data[:start] + bytes([data[start] ^ (1 << rng.randrange(8))]) + data[start + 1 :]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:]
        case 3:
            return data[:start] + rng.randbytes(end - start) + data[start:]
        case 4:
            return data[: max(1, start)]
        case _:
            return data.decode("utf-8", "replace").encode(
                rng.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7"))
            )


def mutated(seed: int, notebook: dict[str, Any]) -> bytes:
    """Return a notebook that went through one to four changes."""
    rng = random.Random(seed)
    notebook = copy.deepcopy(notebook)
    in_bytes = seed % 3 == 0
    for _ in range(rng.randint(1, 4) if not in_bytes else 0):
        if slots(notebook):
            change_tree(rng, notebook)
    nested = "[" * (depth := rng.choice((10, 3_000, 300_000))) + "]" * depth
    data = json.dumps(notebook, indent=rng.choice((None, 1))).replace(json.dumps(DEEP), nested).encode()
    for _ in range(rng.randint(1, 4) if in_bytes else 0):
        data = change_bytes(rng, data)
    return data


def read(data: bytes) -> list | None:
    try:
        return read_cells(data)
    except NotebookError as error:
        assert "\n" not in str(error)
        return None


def scores(notebook: dict[str, Any]) -> dict[str, list]:
    """Return the outputs of the cells that nbgrader grades by running them."""
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["outputs"]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("grade")
    }


def identities(notebook: dict[str, Any]) -> list[str]:
    """Return the ids of the cells that nbgrader knows, sorted, each as often as it is there."""
    return sorted(
        c["metadata"]["nbgrader"]["grade_id"] for c in notebook["cells"] if "nbgrader" in c["metadata"]
    )


@pytest.fixture(scope="module")
def course(tmp_path_factory, new_gradebook):
    return make_released_course(tmp_path_factory.mktemp("fuzz") / "course", new_gradebook)


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(10))
def test_a_mutated_notebook_becomes_a_valid_one_with_the_scores_of_the_checks(course, batch):
    original = enriched(student_notebook(course))
    release = (course.assignments / "tiny" / "tiny.ipynb").read_bytes()
    results = check_results(average=1.5, spread=0.5)
    expected = json.loads(autograded(release, read(json.dumps(original).encode()), results, []).data)
    assert len(scores(expected)) == 2
    folder = course.submitted / f"batch{batch}" / "tiny"
    folder.mkdir(parents=True)
    readable = 0
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        data = mutated(seed, original)
        (folder / "tiny.ipynb").write_bytes(data)
        submission = collect(folder, course.assignment("tiny"))
        assert submission.notebooks == {"tiny.ipynb": data}
        cells = read(data)
        assert (cells is None) == any("not a" in line or "values" in line for line in submission.problems)
        readable += cells is not None
        built = autograded(release, cells, results, [*submission.problems, "an odd\nline"])
        notebook = json.loads(built.data)
        nbformat.validate(notebook)
        assert scores(notebook) == scores(expected)
        assert identities(notebook) == identities(expected)
    assert 0.4 * BATCH < readable < BATCH


@pytest.mark.slow
def test_mutated_notebooks_of_a_whole_assignment_become_valid_ones():
    release = (ROOT / "assignments" / "knn" / "knn.ipynb").read_bytes()
    original = enriched(json.loads(release))
    for seed in range(400):
        built = autograded(release, read(mutated(seed, original)), [], [])
        nbformat.validate(json.loads(built.data))


@pytest.mark.slow
def test_no_neighbours_grade_changes(course):
    original = enriched(student_notebook(course))
    neighbour = hand_in(course, student_notebook(course), "ada")
    with Grader(course.assignment("tiny"), course_seeds(course.root)) as grader:
        before = grader.grade(neighbour)
        assert record(course, neighbour, before) and before.score == 4.5
        for seed in range(8):
            hand_in(course, None, "eve")
            (course.submitted / "eve" / "tiny" / "tiny.ipynb").write_bytes(mutated(seed, original))
            submission = collect(course.submitted / "eve" / "tiny", grader.assignment)
            assert record(course, submission, grader.grade(submission))
            with Gradebook(course.gradebook_url) as gradebook:
                assert gradebook.find_submission("tiny", "eve").score == 4.5
                assert gradebook.find_submission("tiny", "ada").score == 4.5
        assert grader.grade(neighbour).score == before.score
