"""Grading: right work earns all, a stub nothing, an attack only its own failure, and nobody else's points."""

import random
import re
import shutil
from pathlib import Path

import pytest
from tiny_course import MODULE, edit, make_course

from autograder import attempts, grade, results
from autograder.collecting.collect import Submission, collect
from autograder.confinement.levels import LEVELS
from autograder.confinement.zygote import Zygote
from autograder.grade import Grader, grade_submission
from autograder.seeds import Seeds, course_seeds
from toolkit.errors import GraderError
from toolkit.host import PRINT_LIMIT

STUB = """
class Averager:
    def average(self, X):
        raise NotImplementedError("Implement Averager.average in averages.py")


def spread(X):
    raise NotImplementedError("Implement spread in averages.py")
"""

EXTRA_CHECKS = '''

### BEGIN HIDDEN TESTS
@check("averages", points=1, cell="spread", alone=True)
def spread_alone(averages, rng):
    """Range in a fresh process"""
    return {"spread": averages.spread(rng.normal(size=7))}


@check("given", points=1)
def double(given, rng):
    """Twice a number"""
    return {"twice": given.double(rng.normal(size=3)), "zero": given.double(0)}
### END HIDDEN TESTS
'''
FULL = 6.5


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("course"))
    solution, hidden = course.source / "tiny" / "solution", course.hidden / "tiny"
    (solution / "checks.py").write_text((solution / "checks.py").read_text() + EXTRA_CHECKS)
    (hidden / "reference" / "given.py").write_text("def double(x):\n    return x + x\n")
    return course


@pytest.fixture(scope="module")
def grader(course):
    with Grader(course.assignment("tiny"), Seeds(b"secret of the tests")) as grader:
        yield grader


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(attempts, "SHORTEST", 0.5)
    monkeypatch.setattr(attempts, "PATIENCE", 0.0)


def submission(
    averages: str | None = MODULE, given: str | None = "def double(x):\n    return 2 * x\n"
) -> Submission:
    files = {"averages.py": averages, "given.py": given}
    return Submission(
        "ada", {n: t.encode() for n, t in files.items() if t is not None}, {}, (), None, "digest"
    )


def statuses(result: results.Result) -> dict[str, str]:
    return {c.name: c.status for c in result.checks}


def scores(result: results.Result) -> dict[str, float]:
    return {c.name: c.score for c in result.checks}


def spread_is(body: str) -> Submission:
    """Return a submission that is right but for the body of `spread`."""
    right, _ = MODULE.split("    ### BEGIN SOLUTION\n    return float")
    return submission(right + body)


def only_spread_fails(result: results.Result, status: str) -> None:
    others = {name: s for name, s in statuses(result).items() if not name.startswith("spread")}
    assert {statuses(result)[name] for name in ("spread", "spread_alone")} == {status}
    assert set(others.values()) == {"passed"}
    assert result.score == FULL - 2


def test_a_right_submission_earns_all(grader):
    result = grader.grade(submission())
    assert set(statuses(result).values()) == {"passed"}
    assert result.score == result.max_score == FULL
    assert result.cell_scores() == {"average": 3.5, "spread": 2.0, "double": 1.0}
    assert all(c.messages == [] and c.mistake is None for c in result.checks)


def test_a_stub_earns_nothing(grader):
    result = grader.grade(submission(STUB, given=None))
    assert set(statuses(result).values()) == {"not_implemented"}
    assert result.score == 0
    messages = {c.name: c.messages[0] for c in result.checks}
    assert messages["average"] == "Implement Averager.average in averages.py"
    assert messages["double"] == "given.py is missing: hand it in beside your notebook"


def test_an_empty_submission_earns_nothing(grader):
    assert grader.grade(submission(None, None)).score == 0


def test_hidden_checks_are_marked_and_results_carry_their_conditions(grader):
    result = grader.grade(submission())
    assert [c.name for c in result.checks if c.hidden] == ["average_of_one_column", "spread_alone", "double"]
    assert result.secret == grader.seeds.fingerprint
    assert result.isolation == grader.zygote.confinement.level
    assert result.submission == "digest"


def test_a_known_mistake_is_named_with_its_hint(grader):
    wrong = MODULE.replace("X.sum(axis=1)", "X.sum(axis=0)").replace("/ X.shape[1]", "/ X.shape[0]")
    by_name = {c.name: c for c in grader.grade(submission(wrong)).checks}
    for name in ("average", "average_of_one_column"):
        assert (by_name[name].status, by_name[name].mistake) == ("failed", "wrong_axis")
        assert by_name[name].hint == "The mean was taken along the wrong axis."
    assert by_name["spread"].status == "passed"


def test_partly_right_earns_a_part(grader):
    result = grader.grade(submission(given="def double(x):\n    return 0 * x\n"))
    assert (statuses(result)["double"], scores(result)["double"]) == ("partial", 0.5)


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("    return 5.0\n", "failed", "spread: expected"),
        ("    pass\n", "failed", "spread returned None, expected an array or number"),
        ("    return 1 / 0\n", "crashed", "ZeroDivisionError: division by zero"),
        ("    import os\n    os._exit(0)\n", "crashed", "your code ended the whole process (exit status 0)"),
        ("    import sys\n    sys.exit(0)\n", "crashed", "SystemExit: 0"),
        ("    raise KeyboardInterrupt\n", "crashed", "your code ended the whole process"),
        ("    while True:\n        pass\n", "timed_out", "stopped after the 0.5 s allowed"),
        ("    import os\n    os.write(3, b'R' * 100)\n", "crashed", "the answer of your code cannot be read"),
        ("    import os\n    os.close(3)\n", "crashed", "your code ended the whole process"),
        ("    return np.ones(10**9)\n", "crashed", "MemoryError"),
        ("    return np.zeros(10**6)\n", "failed", "spread returned 8,000,000 bytes"),
        ("    return {1, 2}\n", "failed", "spread returned a set, expected an array or number"),
        ("    return spread(X)\n", "crashed", "RecursionError"),
        ("    raise ValueError('a\\x1b[2Jb\\u202ec')\n", "crashed", "ValueError: abc"),
    ],
)
def test_one_broken_function_costs_only_its_own_checks(grader, code, status, said):
    result = grader.grade(spread_is(code))
    only_spread_fails(result, status)
    message = next(c.messages[0] for c in result.checks if c.name == "spread")
    assert message.startswith(said)


def message_of_spread(grader, code: str) -> str:
    return next(c.messages[0] for c in grader.grade(spread_is(code)).checks if c.name == "spread")


def test_a_verdict_on_time_tells_what_was_used_what_is_allowed_and_what_to_look_for(grader, monkeypatch):
    monkeypatch.setattr(attempts, "SHORTEST", 2.0)  # a busy machine leaves a process a fraction of it
    looping = message_of_spread(grader, "    while True:\n        pass\n")
    match = re.search(r"([\d.]+) s allowed for this check, ([\d.]+) s of CPU time used: does a loop", looping)
    assert match is not None
    assert 0 < float(match[2]) <= float(match[1]) + 0.1
    sleeping = message_of_spread(grader, "    import time\n    time.sleep(1000)\n")
    assert re.search(r"\b0\.[0-4] s of CPU time used: does it sleep", sleeping)


def test_a_verdict_on_memory_tells_what_was_used_and_what_is_allowed(grader):
    asked = message_of_spread(grader, "    return np.ones((10**5, 10**4))\n")
    assert "Unable to allocate 7.45 GiB for an array with shape (100000, 10000)" in asked
    assert re.search(r"allowed: 1.5 GiB with Python and NumPy; used before: 0.[1-9] GiB", asked)
    grown = message_of_spread(
        grader, "    kept = []\n    while True:\n        kept.append(np.empty(10**7))\n"
    )
    assert re.search(r"allowed: 1.5 GiB with Python and NumPy; used before: 1.[45] GiB", grown)


def test_a_process_that_ends_after_a_memory_error_is_its_own_failure(grader):
    source = """
import os

from toolkit.host import Host

execute = Host.execute


def answer_and_end(self, request):
    reply, bodies = execute(self, request)
    if b"printed" in request[0]:
        os.write(3, b"R" + len(reply).to_bytes(4, "little") + bytes(8) + reply)
        os._exit(0)
    return reply, bodies


def spread(X):
    Host.execute = answer_and_end
    raise MemoryError
"""
    result = grader.grade(submission(MODULE.split("def spread")[0] + source))
    assert statuses(result)["spread"] == "crashed"


def test_a_module_that_does_not_compile_costs_only_its_own_checks(grader):
    result = grader.grade(submission("def spread(:\n"))
    assert result.score == 1.0
    assert {c.status for c in result.checks if c.module == "averages"} == {"crashed"}


@pytest.mark.parametrize(
    "source", ["while True:\n    pass\n", "import os\nos._exit(0)\n", "\0", "\x80", "raise SystemExit"]
)
def test_a_module_that_cannot_be_imported_costs_only_its_own_checks(grader, source):
    result = grader.grade(submission(source))
    assert result.score == 1.0
    assert statuses(result)["double"] == "passed"


def probed_by(grader, monkeypatch, source: Submission) -> tuple[results.Result, list[str]]:
    probed = []

    def counted(check, *arguments):
        probed.append(check.name)
        return grade_run_probe(check, *arguments)

    grade_run_probe = attempts.run_probe
    monkeypatch.setattr(attempts, "run_probe", counted)
    return grader.grade(source), probed


def test_a_timeout_is_tried_once_more_and_its_cell_then_only_once(grader, monkeypatch):
    result, probed = probed_by(grader, monkeypatch, spread_is("    while True:\n        pass\n"))
    only_spread_fails(result, "timed_out")
    assert probed.count("spread") == 2
    assert probed.count("spread_alone") == 1


def test_a_module_that_hangs_at_import_is_not_tried_for_every_check(grader, monkeypatch):
    result, probed = probed_by(grader, monkeypatch, submission("while True:\n    pass\n"))
    assert probed == ["average", "average", "double"]
    assert {c.status for c in result.checks if c.module == "averages"} == {"timed_out"}


CELL_NAMED_AS_MODULE = '''
"""Checks."""

from toolkit.checks import check


@check("averages", points=1, cell="averages")
def spread(averages, rng):
    """Range"""
    return {"spread": averages.spread(rng.normal(size=5))}


@check("averages", points=1)
def average(averages, rng):
    """Mean of each row"""
    return {"means": averages.Averager().average(rng.normal(size=(3, 4)))}
'''


def test_a_cell_with_the_name_of_its_module_does_not_stop_the_module(tmp_path):
    course = make_course(tmp_path)
    (course.source / "tiny" / "solution" / "checks.py").write_text(CELL_NAMED_AS_MODULE)
    with Grader(course.assignment("tiny"), Seeds(b"x")) as grader:
        result = grader.grade(spread_is("    while True:\n        pass\n"))
    assert statuses(result) == {"spread": "timed_out", "average": "passed"}


def test_a_check_gives_the_same_result_alone_and_in_any_order(grader, monkeypatch):
    stateful = """
import random
import numpy as np

calls = []


class Averager:
    def average(self, X):
        calls.append(1)
        return X.mean(axis=1) + (len(calls) > 1) + 1e-3 * np.random.rand() + 1e-3 * random.random()


def spread(X):
    np.seterr(all="raise")
    calls.append(1)
    return float(np.ptp(X)) + len(calls) - 1
"""
    checks = dict(grader.references.checks)

    def kept(result):
        return {c.name: (c.score, c.status, c.messages) for c in result.checks}

    expected = kept(grader.grade(submission(stateful)))
    assert expected["spread"][1] == "passed"
    rng = random.Random(1)
    for _ in range(3):
        names = rng.sample(sorted(checks), len(checks))
        monkeypatch.setattr(grader.references, "checks", {name: checks[name] for name in names})
        assert kept(grader.grade(submission(stateful))) == expected
    for name in checks:
        monkeypatch.setattr(grader.references, "checks", {name: checks[name]})
        assert kept(grader.grade(submission(stateful)))[name] == expected[name]


ATTACKS = {
    "patched numpy": """
import numpy as np

yes = lambda *a, **k: True
np.allclose = np.array_equal = np.isclose = np.all = np.testing.assert_allclose = yes
np.abs = np.absolute = lambda x: np.zeros(1)
np.asarray = np.array = lambda *a, **k: np.zeros(3)
np.isnan = np.isfinite = yes


class Averager:
    def average(self, X):
        return np.zeros(3)


def spread(X):
    return 0.0
""",
    "always equal": """
import numpy as np


class Same(np.ndarray):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return np.zeros(3)

    __array_priority__ = 1e9


class Number(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class Averager:
    def average(self, X):
        return np.zeros(3).view(Same)


def spread(X):
    return Number(0)
""",
    "reference by import": """
import gc
import importlib
import sys

import toolkit.expected

FORBIDDEN = ("hidden.tiny.reference.averages", "references", "grade", "seeds", "mistakes")


def imported():
    for name in FORBIDDEN:
        try:
            yield importlib.import_module(f"autograder.{name}")
        except ImportError:
            pass
    yield from (name for name in sys.modules if name.startswith("autograder"))


def texts():
    gc.unfreeze()
    for item in gc.get_objects():
        if isinstance(item, dict):
            yield from list(item.values())
        elif isinstance(item, list | tuple):
            yield from tuple(item)  # what is found is appended to such a list


def remembered():
    mark = ".".join(["ordered = np", "sort(np", "ravel(X))"])
    yield from (text for text in texts() if isinstance(text, str) and mark in text)
    yield from (text for text in texts() if isinstance(text, bytes) and mark.encode() in text)
    yield from (item for item in texts() if isinstance(item, toolkit.expected.Expected))


if found := [*imported(), *remembered()]:
    raise ValueError(f"found {found}")
""",
    "exit with success": """
import os


class Averager:
    def average(self, X):
        os._exit(0)


def spread(X):
    os._exit(0)
""",
    "endless": """
class Averager:
    def average(self, X):
        while True:
            pass


def spread(X):
    while True:
        pass
""",
    "host replaced": """
import gc

from toolkit.host import Host


def answer(self, *arguments):
    return (True,)


Host.do_call = Host.do_get = answer
Host._encode = lambda self, value: (b"\\xc3", [])
""",
    "garbage on the channel": """
import os


class Averager:
    def average(self, X):
        os.write(3, b"R" + bytes(4) + b"\\xff" * 8)
        return X.mean(axis=1)


def spread(X):
    os.write(3, bytes(1000))
    return 0.0
""",
    "fork bomb": """
import os

while True:
    os.fork()
""",
    "odd exceptions": """
class Meta(type):
    @property
    def __name__(cls):
        return 1 / 0


class Odd(BaseException, metaclass=Meta):
    def __str__(self):
        return 5


class Averager:
    def average(self, X):
        raise Odd


def spread(X):
    raise Odd
""",
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name == "endless" else name for name in ATTACKS]
)
def test_an_attack_earns_nothing_and_harms_nobody(grader, name, monkeypatch):
    if name == "reference by import":  # it looks through all objects, and must not be stopped by the time
        monkeypatch.setattr(attempts, "SHORTEST", 20)
    result = grader.grade(submission(ATTACKS[name]))
    own = [c for c in result.checks if c.module == "averages"]
    assert {c.score for c in own} == {0.0}
    assert "grader_error" not in {c.status for c in own}
    assert not any("found" in line for c in own for line in c.messages)
    assert grader.grade(submission()).score == FULL


def test_the_reading_attack_would_notice_what_it_looks_for(grader, monkeypatch):
    monkeypatch.setattr(attempts, "SHORTEST", 20)
    planted = "x = ['ordered = np.sort(np.ravel(X))']\n" + ATTACKS["reference by import"]
    result = grader.grade(submission(planted))
    assert all("ValueError: found" in c.messages[0] for c in result.checks if c.module == "averages")


def test_messages_are_plain_bounded_text(grader):
    result = grader.grade(
        spread_is(f"    print('x' * {PRINT_LIMIT * 3})\n    raise ValueError('\\x1b\\0' + 'y' * 10**6)\n")
    )
    for check in result.checks:
        assert sum(map(len, check.messages)) < 6_000
        assert all(line.isprintable() for line in check.messages)


def test_a_grader_error_is_no_zero_that_counts(grader, monkeypatch):
    def broken(check, reference, outcome, known, keeps):
        raise ZeroDivisionError("a bug of ours")

    monkeypatch.setattr(grade, "judge", broken)
    result = grader.grade(submission())
    assert set(statuses(result).values()) == {"grader_error"}
    assert result.broken
    assert not grader.is_current(result, submission())
    assert result.checks[0].messages == ["ZeroDivisionError: a bug of ours"]


def test_a_check_that_fails_on_the_reference_is_a_grader_error(tmp_path):
    course = make_course(tmp_path)
    edit(
        course.hidden / "tiny" / "reference" / "averages.py",
        "def spread(X):",
        "def spread(X):\n    return 1 / 0\n",
    )
    with Grader(course.assignment("tiny"), Seeds(b"x")) as grader:
        result = grader.grade(submission())
    assert statuses(result) == {
        "average": "passed",
        "spread": "grader_error",
        "average_of_one_column": "passed",
    }
    message = next(c.messages[0] for c in result.checks if c.name == "spread")
    assert message.startswith(
        "check spread of tiny fails on the reference: ZeroDivisionError: division by zero"
    )


def test_a_killed_zygote_is_a_grader_error_and_grading_goes_on(course, monkeypatch):
    zygote = Zygote(LEVELS["B"])  # whose process is the zygote itself
    with Grader(course.assignment("tiny"), Seeds(b"x"), zygote) as grader:
        run_probe = attempts.run_probe

        def killed_before(check, *arguments):
            if check.name == "average_of_one_column":
                grader.zygote._process.kill()
                grader.zygote._process.wait()
            return run_probe(check, *arguments)

        monkeypatch.setattr(attempts, "run_probe", killed_before)
        result = grader.grade(submission())
    found = statuses(result)
    assert found.pop("average_of_one_column") == "grader_error"
    assert set(found.values()) == {"passed"}
    message = next(c.messages[0] for c in result.checks if c.status == "grader_error")
    assert "was killed" in message and "Error" not in message


def test_workers_that_cannot_start_are_a_grader_error(course, monkeypatch):
    def refused(*arguments):
        raise GraderError("no worker")

    with Grader(course.assignment("tiny"), Seeds(b"x")) as grader:
        grader.references.reference(grader.references.checks["spread_alone"])
        monkeypatch.setattr(attempts, "Worker", refused)
        result = grader.grade(submission())
    assert set(statuses(result).values()) == {"grader_error"}


SPEED_CHECKS = '''
"""Checks."""

from toolkit.checks import check, cpu, faster, info


@check("sums", points=2, alone=True, outputs={"fast": faster(times=5, than="loops"), "loops": info()})
def squares(sums, rng):
    """Less CPU time than a loop"""
    fast, totals = cpu(lambda: sums.fast(rng.normal(size=2_000)))
    loops, _ = cpu(lambda: sums.loops(rng.normal(size=2_000)))
    return {"totals": totals, "fast": fast, "loops": loops}
'''
LOOPS = """
def loops(x):
    total = 0.0
    for _ in range(50):
        total = sum(float(v) ** 2 for v in x)
    return total
"""
VECTORIZED = "\n\ndef fast(x):\n    return float(x @ x)\n"
LOOPED = "\n\ndef fast(x):\n    return loops(x)\n"
REMEMBERED = """
seen = {}

def fast(x):
    key = x.tobytes()
    if key not in seen:
        seen[key] = loops(x)
    return seen[key]
"""
RIGHT_ONCE = """
seen = []

def fast(x):
    seen.append(x)
    return loops(x) if len(seen) == 1 else 0.0
"""
SLOWED = """
def fast(x):
    return sum([sum(float(v) ** 2 for v in x) for _ in range(40)][:1])
"""


@pytest.mark.parametrize(
    ("source", "score"),
    [
        (LOOPS + VECTORIZED, 2.0),
        (LOOPS + LOOPED, 1.0),
        (LOOPS + REMEMBERED, 1.0),
        (LOOPS.replace("range(50)", "range(500)") + SLOWED, 1.0),
        (LOOPS + "\n\ndef fast(x):\n    return 0.0\n", 0.0),
        (LOOPS + RIGHT_ONCE, 0.0),
    ],
    ids=["vectorized", "a loop", "remembers", "slows its own loop", "fast and wrong", "right once"],
)
def test_cpu_time_is_compared_with_loops(tmp_path, source, score, monkeypatch):
    monkeypatch.setattr(attempts, "SHORTEST", 10)
    course = make_course(tmp_path)
    (course.source / "tiny" / "solution" / "checks.py").write_text(SPEED_CHECKS)
    (course.hidden / "tiny" / "reference" / "sums.py").write_text(LOOPS + VECTORIZED)
    (course.hidden / "tiny" / "mistakes" / "wrong_axis.py").unlink()
    with Grader(course.assignment("tiny"), Seeds(b"x")) as grader:
        result = grader.grade(Submission("ada", {"sums.py": source.encode()}, {}, (), None, "digest"))
    assert result.score == score


@pytest.fixture
def handed_in(course, monkeypatch) -> Path:
    monkeypatch.setenv("AUTOGRADER_SECRET", "of the tests")
    folder = course.submitted / "ada" / "tiny"
    shutil.rmtree(course.submitted, ignore_errors=True)
    shutil.rmtree(course.results, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in submission().files.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_result_is_written_and_reused_until_something_changes(course, grader, handed_in, monkeypatch):
    assignment = course.assignment("tiny")

    def grade_one() -> results.Result:
        with Grader(assignment, course_seeds(course.root)) as own:
            return grade_submission(own, course, collect(handed_in, assignment))

    result = grade_one()
    assert result.score == FULL
    assert results.read(results.path(course, "tiny", "ada")) == result
    monkeypatch.setattr(Grader, "grade", lambda *_: pytest.fail("graded again"))
    assert grade_one() == result
    monkeypatch.undo()
    monkeypatch.setenv("AUTOGRADER_SECRET", "of the tests")
    (handed_in / "averages.py").write_text(STUB)
    assert grade_one().score == 1.0
    monkeypatch.setenv("AUTOGRADER_SECRET", "another")
    other = grade_one()
    assert (other.grader, other.secret) != (result.grader, result.secret)


def test_a_broken_result_is_graded_again(course, grader, handed_in, monkeypatch):
    collected = collect(handed_in, course.assignment("tiny"))
    with monkeypatch.context() as patch:
        patch.setattr(grade, "judge", lambda *_: 1 / 0)
        assert grade_submission(grader, course, collected).broken
    assert grade_submission(grader, course, collected).score == FULL


def test_a_damaged_result_file_is_made_again(course, grader, handed_in):
    collected = collect(handed_in, course.assignment("tiny"))
    file = results.path(course, "tiny", "ada")
    file.parent.mkdir(parents=True, exist_ok=True)
    for damage in (b"", b"{", b'{"schema": 1}', b'{"schema": "x"}', b"[]"):
        file.write_bytes(damage)
        assert grade_submission(grader, course, collected).score == FULL
    assert [p.name for p in file.parent.iterdir()] == ["ada.json"]


def test_the_fingerprint_changes_with_what_a_result_depends_on(course, tmp_path):
    copy = shutil.copytree(course.root, tmp_path / "copy")
    assignment = type(course)(copy).assignment("tiny")
    seeds = course_seeds(tmp_path)

    def fingerprint():
        with Grader(assignment, seeds) as grader:
            return grader.fingerprint

    found = [fingerprint()]
    assert found == [fingerprint()]
    for file in (
        assignment.checks_path,
        assignment.solution / "averages.py",
        assignment.hidden / "reference" / "averages.py",
        assignment.hidden / "mistakes" / "wrong_axis.py",
    ):
        file.write_text(file.read_text() + "\n# changed\n")
        found.append(fingerprint())
    assert len(set(found)) == len(found)


def test_modules_that_students_are_given_are_ours_whatever_was_handed_in(tmp_path):
    course = make_course(tmp_path)
    uses = "def spread(X):\n    import given\n\n    return given.double(np.max(X) - np.min(X)) / 2\n"
    right = MODULE.split("def spread")[0] + uses
    with Grader(course.assignment("tiny"), Seeds(b"given")) as grader:
        for given in ("def double(x):\n    return 3 * x\n", "syntax error", None):
            assert grader.grade(submission(right, given)).score == 4.5
