"""Points that are due: for gradients of one's own loss, for conventions, beside one's errors elsewhere."""

import numpy as np
import pytest
from tiny_course import edit, make_course

from autograder.authoring import authoring_problems
from autograder.collecting.collect import Submission
from autograder.grade import Grader
from autograder.references import public_expected
from autograder.seeds import Seeds
from autograder.verify import as_text, verify
from toolkit import expected
from toolkit.checks import check, gradient, info, numeric_gradient
from toolkit.checks_file import load_checks
from toolkit.comparison import compare
from toolkit.probe import Outcome

LINES = """\
def product_forward(x, w):
    ### BEGIN SOLUTION
    return x @ w, (x, w)
    ### END SOLUTION


def product_backward(dout, cache):
    ### BEGIN SOLUTION
    x, w = cache
    return x.T @ dout
    ### END SOLUTION
"""
MODEL = """\
import numpy as np

from lines import product_backward, product_forward


def loss_and_gradient(W, X, reg):
    ### BEGIN SOLUTION
    out, cache = product_forward(X, W)
    loss = 0.5 * np.sum(out**2) + reg * np.sum(W**2)
    dW = product_backward(out, cache) + 2 * reg * W
    return loss, dW
    ### END SOLUTION
"""
REFERENCE_LINES = """\
import numpy as np


def product_forward(x, w):
    return np.einsum("nd,dc->nc", x, w), (x, w)


def product_backward(dout, cache):
    return np.einsum("nd,nc->dc", cache[0], dout)
"""
REFERENCE_MODEL = """\
import numpy as np


def loss_and_gradient(W, X, reg):
    out = np.einsum("nd,dc->nc", X, W)
    return np.sum(out * out) / 2 + reg * np.sum(W * W), np.einsum("nd,nc->dc", X, out) + 2 * reg * W
"""
CHECKS = '''\
"""Checks on products."""

from toolkit.checks import check

TOPICS = ("model",)


def matrices(rng):
    return rng.normal(size=(3, 4)), rng.normal(size=(4, 2))


@check("lines", points=1)
def product_forward(lines, rng):
    """A product"""
    x, w = matrices(rng)
    return {"out": lines.product_forward(x, w)[0]}


@check("lines", points=1)
def product_backward(lines, rng):
    """Its gradient"""
    x, w = matrices(rng)
    out, cache = lines.product_forward(x, w)
    return {"dw": lines.product_backward(out + 1, cache)}
'''
CHECKS_MODEL = '''\
"""Checks of the model."""

from checks import matrices

from toolkit.checks import check, gradient, info, numeric_gradient

JUDGES = {"dW": gradient(of="loss", numeric="dW_numeric"), "dW_numeric": info()}
CALLEES = {"lines": ("product_forward", "product_backward")}


@check("model", points=2, cell="model", outputs=JUDGES, callees=CALLEES)
def loss_and_gradient(model, rng):
    """Loss and gradient"""
    X, W = matrices(rng)
    loss, dW = model.loss_and_gradient(W, X, 0.3)
    numeric = numeric_gradient(lambda W: model.loss_and_gradient(W, X, 0.3)[0], W)
    return {"loss": loss, "dW": dW, "dW_numeric": numeric}


### BEGIN HIDDEN TESTS
@check("model", points=1, cell="model", outputs=JUDGES)
def without_penalty(model, rng):
    """Loss and gradient without penalty"""
    X, W = matrices(rng)
    loss, dW = model.loss_and_gradient(W, X, 0.0)
    numeric = numeric_gradient(lambda W: model.loss_and_gradient(W, X, 0.0)[0], W)
    return {"loss": loss, "dW": dW, "dW_numeric": numeric}
### END HIDDEN TESTS
'''
HALF = '''\
"""The penalty is halved in loss and gradient: right in itself, but the course's penalty has no half."""

import numpy as np

MODULE = "model"
CHECK = "loss_and_gradient"
KEEPS = 0.9


def loss_and_gradient(W, X, reg):
    out, cache = product_forward(X, W)
    return 0.5 * np.sum(out**2) + 0.5 * reg * np.sum(W**2), product_backward(out, cache) + reg * W
'''
FACTOR_LOST = '''\
"""The 2 of the penalty's gradient is missing."""

import numpy as np

MODULE = "model"
CHECK = "loss_and_gradient"


def loss_and_gradient(W, X, reg):
    out, cache = product_forward(X, W)
    return 0.5 * np.sum(out**2) + reg * np.sum(W**2), product_backward(out, cache) + reg * W
'''
SLOPE_DOUBLED = '''\
"""The gradient of the squares is doubled."""

import numpy as np

MODULE = "model"
CHECK = "without_penalty"


def loss_and_gradient(W, X, reg):
    out, cache = product_forward(X, W)
    return 0.5 * np.sum(out**2) + reg * np.sum(W**2), 2 * product_backward(out, cache) + 2 * reg * W
'''
NOT_TRANSPOSED = '"""x is not transposed."""\n\nMODULE = "lines"\nCHECK = "product_backward"\n\n\n'
NOT_TRANSPOSED += "def product_backward(dout, cache):\n    return (cache[0][: dout.shape[0]].T @ dout) * 3\n"
DOUBLED = '"""The product is doubled."""\n\nMODULE = "lines"\nCHECK = "product_forward"\n\n\n'
DOUBLED += "def product_forward(x, w):\n    return 2 * (x @ w), (x, w)\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("fair"))
    solution, hidden = course.source / "tiny" / "solution", course.hidden / "tiny"
    for file in (solution / "averages.py", solution / "given.py", hidden / "reference" / "averages.py"):
        file.unlink()
    (hidden / "mistakes" / "wrong_axis.py").unlink()
    for folder, lines, model in (
        (solution, LINES, MODEL),
        (hidden / "reference", REFERENCE_LINES, REFERENCE_MODEL),
    ):
        (folder / "lines.py").write_text(lines)
        (folder / "model.py").write_text(model)
    (solution / "checks.py").write_text(CHECKS)
    (solution / "checks_model.py").write_text(CHECKS_MODEL)
    for name, text in (
        ("half", HALF),
        ("factor_lost", FACTOR_LOST),
        ("slope_doubled", SLOPE_DOUBLED),
        ("not_transposed", NOT_TRANSPOSED),
        ("doubled", DOUBLED),
    ):
        (hidden / "mistakes" / f"{name}.py").write_text(text)
    return course


@pytest.fixture(scope="module")
def grader(course):
    with Grader(course.assignment("tiny"), Seeds(b"secret of the tests")) as grader:
        yield grader


def graded(grader, model: str = MODEL, lines: str = LINES):
    files = {"lines.py": lines.encode(), "model.py": model.encode()}
    return {c.name: c for c in grader.grade(Submission("ada", files, {}, (), None, "digest")).checks}


def test_checks_of_a_topic_follow_those_of_checks_py_and_keep_their_hidden_part(course):
    found = load_checks(course.assignment("tiny").checks_path)
    assert list(found) == ["product_forward", "product_backward", "loss_and_gradient", "without_penalty"]
    assert [c.hidden for c in found.values()] == [False, False, False, True]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"model",', '"model", "other"', "checks_other.py is missing, though TOPICS names it"),
        ('TOPICS = ("model",)', "", "checks_model.py is not named by TOPICS"),
    ],
)
def test_topics_and_files_must_agree(tmp_path, old, new, said):
    (tmp_path / "checks.py").write_text(CHECKS.replace(old, new))
    (tmp_path / "checks_model.py").write_text(CHECKS_MODEL)
    with pytest.raises(ValueError, match=said):
        load_checks(tmp_path / "checks.py")


def test_two_topics_cannot_have_a_check_of_one_name(tmp_path):
    (tmp_path / "checks.py").write_text(CHECKS)
    (tmp_path / "checks_model.py").write_text(
        CHECKS_MODEL.replace("def without_penalty", "def product_forward")
    )
    with pytest.raises(ValueError, match=r"checks_model.py: another file has a check product_forward, too"):
        load_checks(tmp_path / "checks.py")


def judged(loss: float, dW: list[float], numeric: list[float]):
    @check("model", points=1, outputs={"dW": gradient("loss", "dW_numeric"), "dW_numeric": info()})
    def probe(model, rng):
        """A gradient"""

    def outcome(loss, dW, numeric):
        return Outcome({"loss": loss, "dW": np.array(dW), "dW_numeric": np.array(numeric)})

    return compare(probe, outcome(3.0, [1.0, 2.0], [1.0, 2.0]), outcome(loss, dW, numeric))


def test_a_gradient_is_right_if_it_is_the_references_or_that_of_ones_own_right_loss():
    assert judged(3.0, [1, 2], [1, 2]).share == 1
    assert judged(3.0, [1, 3], [1, 3]).share == 1
    assert judged(4.0, [1, 2], [1, 3]).share == 0.5


def test_agreeing_with_oneself_earns_nothing_beside_a_wrong_loss():
    verdict = judged(0.0, [0, 0], [0, 0])
    assert verdict.share == 0
    assert verdict.messages[1].endswith("; it is the gradient of your own loss, which differs")
    assert (
        judged(3.0, [5, 5], [1, 2]).messages[0].endswith("gradient of your own loss, by centred differences")
    )
    assert judged(3.0, [5], [1, 2]).messages == ("dW: shape (1,), expected (2,)",)


def test_a_numeric_gradient_leaves_its_argument_alone_and_is_nan_where_there_is_no_number():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert np.allclose(numeric_gradient(lambda x: np.sum(x**3), x), 3 * x**2)
    assert x.tolist() == [[1, 2], [3, 4]]
    assert np.isnan(numeric_gradient(lambda x: None, x)).all()
    assert np.isnan(numeric_gradient(lambda x: x, x)).all()


def test_a_convention_keeps_its_share_and_gets_its_hint(grader):
    half = graded(grader, MODEL.replace("reg * np", "0.5 * reg * np").replace("2 * reg", "reg"))
    check = half["loss_and_gradient"]
    assert (check.status, check.score, check.mistake) == ("partial", 1.8, "half")
    assert check.hint.startswith("The penalty is halved")
    assert half["without_penalty"].status == "passed"


def test_a_wrong_gradient_beside_a_convention_loses_its_own_part_only(grader):
    check = graded(grader, MODEL.replace("reg * np", "0.5 * reg * np").replace("2 * reg", "5 * reg"))[
        "loss_and_gradient"
    ]
    assert (check.status, check.score) == ("partial", 0.9)


def test_a_convention_that_keeps_all_passes(course, tmp_path):
    with Grader(course.assignment("tiny"), Seeds(b"another")) as grader:
        grader.references.keeps["half"] = 1.0
        check = graded(grader, MODEL.replace("reg * np", "0.5 * reg * np").replace("2 * reg", "reg"))[
            "loss_and_gradient"
        ]
    assert (check.status, check.score, check.mistake, check.messages) == ("passed", 2, "half", [])


def test_notebooks_know_what_a_convention_keeps(course):
    content = expected.read(public_expected(course.assignment("tiny")))
    assert content.keeps == {"half": 0.9}


WRONG_BACKWARD = LINES.replace("x.T @ dout", "3 * (x.T @ dout)")


def test_an_error_elsewhere_is_not_paid_for_twice(grader):
    result = graded(grader, lines=WRONG_BACKWARD)
    assert result["product_backward"].score == 0
    assert result["product_forward"].score == 1
    check = result["loss_and_gradient"]
    assert (check.score, check.status) == (2, "passed")
    assert check.messages == ["right, given your product_backward: tried again with ours in their place"]
    assert result["without_penalty"].score == 0.5, "a check without callees is as it is"


@pytest.mark.parametrize("lines", ["def broken(:\n", "import nowhere\n", ""])
def test_a_module_of_callees_that_cannot_be_imported_counts_as_empty(grader, lines):
    result = graded(grader, lines=lines)
    assert result["loss_and_gradient"].score == 2
    assert result["product_forward"].score == 0


def test_a_wrong_caller_stays_wrong_whatever_its_callees_are(grader):
    wrong = MODEL.replace("0.5 * np.sum(out**2)", "np.sum(out)").replace("dW = ", "dW = 7 * ")
    assert graded(grader, wrong, WRONG_BACKWARD)["loss_and_gradient"].score == 0


def test_right_callees_are_never_replaced(grader):
    wrong = MODEL.replace("product_backward(out, cache)", "X.T @ out * 2")
    assert "given your" not in " ".join(graded(grader, wrong)["loss_and_gradient"].messages)


@pytest.mark.parametrize(
    "asked",
    [
        "np.ones((10**6, 1)), np.ones((1, 10**6))",
        "object(), None",
        "print, W",
        "[[1, 2], [3]], 'text'",
    ],
)
def test_what_the_reference_is_asked_can_harm_nobody(grader, asked):
    hostile = MODEL.replace("product_forward(X, W)", f"product_forward({asked})")
    result = graded(grader, hostile, WRONG_BACKWARD)
    assert result["loss_and_gradient"].score == 0
    assert result["loss_and_gradient"].status in ("crashed", "failed", "timed_out")
    assert graded(grader)["loss_and_gradient"].score == 2


def test_verify_wants_conventions_to_keep_just_what_they_promise(course):
    report = verify(course, "tiny")
    assert report.problems == []
    assert as_text(report).endswith(
        "of 4 mistakes 4 lose points and 4 are named; 1 other conventions are accepted"
    )
    half = course.hidden / "tiny" / "mistakes" / "half.py"
    half.write_text(HALF.replace("0.5 * reg", "reg").replace("+ reg * W", "+ 2 * reg * W"))
    try:
        problems = verify(course, "tiny").problems
    finally:
        half.write_text(HALF)
    assert problems[0] == "convention half keeps 2 of 2 points on loss_and_gradient: "


def test_callees_need_checks_and_an_order(course, tmp_path):
    checks = course.source / "tiny" / "solution" / "checks.py"
    text = checks.read_text()
    try:
        edit(checks, '@check("lines", points=1)\ndef product_forward', CIRCLE)
        problems = authoring_problems(course.assignment("tiny"))
    finally:
        checks.write_text(text)
    assert "checks.py: product_forward names the callee missing of lines, which has no check" in problems
    assert any(line.startswith("checks.py: callees in a circle: ") for line in problems)


CIRCLE = (
    '@check("lines", points=1, callees={"model": ("model",), "lines": ("missing",)})\ndef product_forward'
)
