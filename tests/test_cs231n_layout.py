"""The layout of CS231n's public assignments: a submission with a package `cs231n` is graded as it is."""

import io
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from cs231n_answers import ANSWERS, BESIDE
from cs231n_deep_answers import DEEP_ANSWERS
from released_course import hand_in, make_released_course, student_notebook
from tiny_course import contents

from autograder.attempts import Attempts
from autograder.collecting import packages
from autograder.collecting.collect import SubmissionError, collect
from autograder.collecting.downloads import collect_download
from autograder.collecting.packages import file_of, without_package
from autograder.course import Course
from autograder.grade import Grader
from autograder.record import record
from autograder.seeds import Seeds
from toolkit.comparison import compare
from toolkit.errors import SubmissionError as CodeError
from toolkit.module import local_session

ROOT = Path(__file__).parent.parent
SEEDS = Seeds(b"cs231n")
LINEAR = ("linear_classifier.py", "linear_svm.py", "softmax.py")

# What the public assignments ask for, by the names that the checks of ours have.
ASKED = {
    "knn": """
        compute_distances_two_loops two_loops_uint8 compute_distances_one_loop one_loop_uint8
        compute_distances_no_loops no_loops_uint8 no_loops_self_distance no_loops_images
        predict_labels predict_labels_ties predict_labels_many_classes predict
    """,
    "linear_classifiers": """
        svm_loss_naive svm_naive_penalty svm_loss_vectorized svm_vectorized_penalty svm_vectorized_ten_classes
        softmax_loss_naive softmax_naive_penalty softmax_loss_vectorized softmax_vectorized_ten_classes
        softmax_vectorized_far_scores train train_draws_from_all predict LinearSVM Softmax
    """,
    "two_layer_net": """
        affine_forward affine_backward affine_backward_images relu_forward relu_backward svm_loss softmax_loss
        softmax_loss_underflow net_init net_scores net_loss net_penalty net_loss_ten_classes predict
        train_update train_batches
    """,
    "training_tricks": """
        batchnorm_forward batchnorm_running batchnorm_test_time batchnorm_backward batchnorm_backward_alt
        batchnorm_defaults layernorm_forward layernorm_backward layernorm_defaults dropout_forward
        dropout_test_time dropout_backward dropout_seed dropout_images fc_net_init fc_net_scores fc_net_loss
        fc_net_penalty fc_net_batchnorm fc_net_layernorm fc_net_dropout fc_net_test_time fc_net_deep
        fc_net_running fc_net_dropout_normalized fc_net_seed sgd sgd_momentum rmsprop rmsprop_epsilon adam
        adam_epsilon adam_thirty_steps relu
    """,
}


@pytest.fixture(scope="module")
def grader_of(data_installed):
    graders = {}

    def grader(name):
        if name not in graders:
            graders[name] = Grader(Course(ROOT).assignment(name), SEEDS)
        return graders[name]

    yield grader
    for opened in graders.values():
        opened.zygote.close()


@pytest.fixture
def submit(tmp_path):
    """Return a function that writes files as a submission of Ada's and collects them."""

    def submission(name, files):
        folder = tmp_path / "submitted" / "ada" / name
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, files)
        return collect(folder, Course(ROOT).assignment(name))

    return submission


def write(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def packed(files, wrapping=""):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, text in files.items():
            archive.writestr(wrapping + path, text)
    return stream.getvalue()


def package(submission):
    return {name: data.decode() for name, data in submission.files.items() if "/" in name}


def verdicts(grader, submission, names):
    """Return the verdicts of some checks by name, without looking for known mistakes."""
    with Attempts(grader.references, submission) as attempts:
        return {
            name: compare(check, grader.references.reference(check), attempts.attempt(check))
            for name in names.split()
            for check in [grader.references.checks[name]]
        }


def failure(call):
    with pytest.raises(CodeError) as caught:
        call()
    return caught.value


# what is collected


@pytest.mark.parametrize("wrapping", ["", "assignment1/"])
def test_modules_of_the_package_are_collected_and_lead_to_declared_names(submit, wrapping):
    files = {**ANSWERS, **dict.fromkeys(BESIDE, "")}
    submission = submit("linear_classifiers", {wrapping + name: text for name, text in files.items()})
    assert package(submission) == ANSWERS
    assert sorted(submission.files.keys() - ANSWERS) == sorted(LINEAR)
    assert submission.problems == (
        f"cs231n: graded as {', '.join(LINEAR)}",
        "not looked at: README.md, collectSubmission.sh, frameworkpython",
    )


@pytest.mark.parametrize("wrapping", ["", "assignment1/", "cs231n-master/2016/assignment1/", "cs231n/a1/"])
def test_a_package_in_an_archive_is_found_in_any_folder(submit, tmp_path, wrapping):
    plain = submit("knn", {**ANSWERS, "knn.ipynb": "{}"})
    write(tmp_path / "submitted" / "bob" / "knn", {})
    files = {**ANSWERS, **dict.fromkeys(BESIDE, ""), "knn.ipynb": "{}", "cs231n/.ipynb_checkpoints/x.py": ""}
    (tmp_path / "submitted" / "bob" / "knn" / "a.zip").write_bytes(packed(files, wrapping))
    submission = collect(tmp_path / "submitted" / "bob" / "knn", Course(ROOT).assignment("knn"))
    assert (submission.files, submission.notebooks) == (plain.files, plain.notebooks)
    assert submission.problems[0] == "a.zip: cs231n: graded as k_nearest_neighbor.py"


def test_of_several_packages_in_an_archive_the_one_with_most_declared_modules_counts(submit, tmp_path):
    write(tmp_path / "submitted" / "bob" / "two_layer_net", {})
    first = packed(ANSWERS, "assignment1/")
    stream = io.BytesIO(first)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("assignment2/cs231n/layers.py", "x = 1")
    (tmp_path / "submitted" / "bob" / "two_layer_net" / "a.zip").write_bytes(stream.getvalue())
    submission = collect(
        tmp_path / "submitted" / "bob" / "two_layer_net", Course(ROOT).assignment("two_layer_net")
    )
    assert package(submission) == ANSWERS
    assert submission.problems[-1] == "a.zip: not looked at: assignment2"


def test_a_download_with_packages_is_collected(tmp_path):
    course = make_released_course(tmp_path / "course")
    files = {"cs231n/averages.py": "x = 1", "cs231n/classifiers/given.py": "y = 2"}
    (tmp_path / "all.zip").write_bytes(packed(files, "Ada_12_assignsubmission_file_/assignment1/"))
    assert collect_download(course, "tiny", tmp_path / "all.zip").collected == ["Ada"]
    submission = collect(course.submitted / "Ada" / "tiny", course.assignment("tiny"))
    assert package(submission) == files
    assert submission.problems == ("cs231n: graded as averages.py, given.py",)


def test_a_module_beside_the_package_counts_before_the_one_in_it(submit):
    submission = submit("linear_classifiers", {**ANSWERS, "softmax.py": "x = 1"})
    assert submission.files["softmax.py"] == b"x = 1"
    assert package(submission) == ANSWERS
    assert submission.problems == (
        "cs231n/classifiers/softmax.py: not graded, since there is a softmax.py beside cs231n",
        "cs231n: graded as linear_classifier.py, linear_svm.py",
    )


def test_a_package_is_taken_as_a_whole(submit, tmp_path):
    submit("linear_classifiers", {"cs231n/classifiers/softmax.py": "mine = 1"})
    folder = tmp_path / "submitted" / "ada" / "linear_classifiers"
    (folder / "old.zip").write_bytes(packed({**ANSWERS, "preprocessing.py": "z = 1"}))
    submission = collect(folder, Course(ROOT).assignment("linear_classifiers"))
    assert package(submission) == {"cs231n/classifiers/softmax.py": "mine = 1"}
    assert sorted(submission.files) == ["cs231n/classifiers/softmax.py", "preprocessing.py", "softmax.py"]
    assert (
        "old.zip: its cs231n is not used: there is another one beside the archive or in a newer one"
        in submission.problems
    )


def test_of_two_modules_of_one_name_in_the_package_none_is_taken(submit):
    submission = submit("linear_classifiers", {**ANSWERS, "cs231n/softmax.py": ""})
    assert "softmax.py" not in submission.files
    assert (
        "softmax.py: missing, and cs231n/classifiers/softmax.py and cs231n/softmax.py could be it"
        in submission.problems
    )


@pytest.mark.parametrize("as_archive", [False, True])
def test_a_folder_of_that_name_with_a_notebook_is_no_package(submit, tmp_path, as_archive):
    files = {"cs231n/knn.ipynb": "{}", "cs231n/distances.py": "x = 1"}
    submission = submit("knn", files)
    if as_archive:
        shutil.rmtree(tmp_path / "submitted" / "ada" / "knn" / "cs231n")
        (tmp_path / "submitted" / "ada" / "knn" / "a.zip").write_bytes(packed(files))
        submission = collect(tmp_path / "submitted" / "ada" / "knn", Course(ROOT).assignment("knn"))
    assert submission.files == {"distances.py": b"x = 1"}
    assert list(submission.notebooks) == ["knn.ipynb"]


# strictly


@pytest.mark.parametrize("as_archive", [False, True])
@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {f"cs231n/m{i}.py": "" for i in range(70)},
            "more than 64 modules or 4,194,304 bytes of them; not read",
        ),
        (
            {f"cs231n/m{i}.py": "#" * (1 << 20) for i in range(5)},
            "more than 64 modules or 4,194,304 bytes of them; not read",
        ),
        ({"cs231n/distances (1).py": ""}, "cannot be imported by its name: cs231n/distances (1).py"),
        ({"cs231n/a-b/distances.py": ""}, "cannot be imported by its name: cs231n/a-b/distances.py"),
    ],
)
def test_what_a_package_may_not_hold_is_said_in_one_line(submit, tmp_path, files, line, as_archive):
    submission = submit("knn", files)
    if as_archive:
        shutil.rmtree(tmp_path / "submitted" / "ada" / "knn" / "cs231n")
        (tmp_path / "submitted" / "ada" / "knn" / "a.zip").write_bytes(packed(files))
        submission = collect(tmp_path / "submitted" / "ada" / "knn", Course(ROOT).assignment("knn"))
    assert submission.files == {}
    assert f"{'a.zip: ' if as_archive else ''}cs231n: {line}" in submission.problems


def test_thousands_of_files_in_a_package_are_one_line(submit):
    submission = submit("knn", {f"cs231n/{i}.txt": "" for i in range(packages.ENTRY_LIMIT + 1)})
    assert submission.problems == ("cs231n: more than 1,000 files; not read",)


def test_links_and_large_modules_in_a_package_are_not_read(submit, tmp_path):
    submit(
        "knn", {"cs231n/classifiers/k_nearest_neighbor.py": "x = 1", "cs231n/big.py": "#" * (1 << 20) + "#"}
    )
    folder = tmp_path / "submitted" / "ada" / "knn"
    write(tmp_path / "elsewhere", {"distances.py": "secret = 1", "cross_validation.py": "secret = 1"})
    (folder / "cs231n" / "distances.py").symlink_to(tmp_path / "elsewhere" / "distances.py")
    (folder / "cs231n" / "more").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(folder / "cs231n" / "questions.py")
    submission = collect(folder, Course(ROOT).assignment("knn"))
    assert package(submission) == {"cs231n/classifiers/k_nearest_neighbor.py": "x = 1"}
    assert submission.problems == (
        "cs231n/big.py: larger than 1,048,576 bytes; not read",
        "cs231n/distances.py: not a regular file; hand in the file itself, not a link or a folder",
        "cs231n/questions.py: not a regular file; hand in the file itself, not a link or a folder",
        "cs231n: graded as k_nearest_neighbor.py",
    )
    shutil.move(folder / "cs231n", tmp_path / "elsewhere" / "cs231n")
    (folder / "cs231n").symlink_to(tmp_path / "elsewhere" / "cs231n")
    submission = collect(folder, Course(ROOT).assignment("knn"))
    assert submission.files == {}
    assert submission.problems == ("cs231n: no readable folder (Not a directory); links are not followed",)


def test_a_module_in_a_package_with_two_names_stops_this_submission(submit, tmp_path):
    submit("knn", {"cs231n/x.py": ""})
    os.link(tmp_path / "submitted/ada/knn/cs231n/x.py", tmp_path / "second name")
    with pytest.raises(SubmissionError, match="has 2 names on this disk"):
        collect(tmp_path / "submitted/ada/knn", Course(ROOT).assignment("knn"))


# how modules find each other


def test_a_package_hides_nothing_outside_of_itself(open_session):
    names = ("numpy", "os", "toolkit", "random", "json", "builtins", "sys")
    files = {f"cs231n/{name}": "raise SystemExit('shadowed')" for name in names}
    body = f"import {', '.join(names)}\nseen = [m.__name__ for m in ({', '.join(names)})]\n"
    m = open_session(
        **files, **{"cs231n/averages": body, "averages": "from cs231n.averages import *"}
    ).module("averages")
    assert m.seen == list(names)


def test_only_the_module_that_is_asked_for_is_run(open_session):
    m = open_session(
        **{
            "cs231n/classifiers/__init__": "from .broken import *\nfrom .right import Right",
            "cs231n/classifiers/broken": "print 'Python 2'",
            "cs231n/classifiers/right": "class Right(object):\n    pass\n\ndef three(): return 3",
            "flat": "from cs231n.classifiers.right import three\nfrom cs231n.classifiers import right\n"
            "def ask():\n    from cs231n.classifiers import Right",
        }
    ).module("flat")
    assert m.three() == 3
    error = failure(m.ask)
    assert "Missing parentheses in call to 'print'" in str(error)
    assert error.frames == ("cs231n/classifiers/broken.py:1 in <module>: print 'Python 2'",)
    assert str(failure(m.ask)) == str(error)


def test_names_of_a_package_come_from_its_init(open_session):
    m = open_session(
        **{
            "cs231n/classifiers/__init__": "from cs231n.classifiers.right import *\n__all__ = ['Right']",
            "cs231n/classifiers/right": "class Right(object):\n    value = 4",
            "flat": "from cs231n.classifiers import *\nfrom cs231n import classifiers\n"
            "VALUES = [Right.value, classifiers.Right.value]\n"
            "def ask():\n    from cs231n.classifiers import Wrong",
        }
    ).module("flat")
    assert m.VALUES == [4, 4]
    assert "cannot import name 'Wrong' from 'cs231n.classifiers'" in str(failure(m.ask))


def test_what_starter_code_imports_is_there_in_this_layout_only(open_session):
    old = "from past.builtins import xrange\nV = sum(xrange(4))"
    assert open_session(**{"cs231n/a": old, "a": "from cs231n.a import V"}).module("a").V == 6
    bare = {"cs231n/a": "V = [i for i in xrange(3)]", "a": "from cs231n.a import V"}
    assert open_session(**bare).module("a").V == [0, 1, 2]
    flat = open_session(a=old).module("a")
    assert "No module named 'past'" in str(failure(lambda: flat.V))
    flat = open_session(a="V = xrange(3)").module("a")
    assert "name 'xrange' is not defined" in str(failure(lambda: flat.V))


def test_matplotlib_can_be_imported_and_not_used(open_worker):
    source = """
        import matplotlib
        import matplotlib.pyplot as plt
        from matplotlib import pyplot


        def draw():
            plt.imshow([[1]])


        def colour():
            return matplotlib.colors
    """
    m = open_worker(**{"cs231n/net": source, "net": "from cs231n.net import *"}).session.module("net")
    error = failure(m.draw)
    assert "matplotlib.pyplot.imshow is used, and matplotlib is not there when work is graded" in str(error)
    assert error.frames == ("cs231n/net.py:8 in draw: plt.imshow([[1]])",)
    assert "matplotlib.colors is used" in str(failure(m.colour))


def test_a_package_leaves_no_trace_in_this_process():
    finders = list(sys.meta_path)
    session = local_session({"cs231n/a.py": "import past.builtins\nx = 1", "a.py": "from cs231n.a import *"})
    session.start(1)
    assert session.module("a").x == 1
    assert sys.meta_path == finders
    assert {name.partition(".")[0] for name in sys.modules}.isdisjoint({"a", "cs231n", "past"})


def test_both_names_of_a_module_are_one_object(submit):
    files = {
        "cs231n/layers.py": "def affine_forward():\n    return 1",
        "cs231n/classifiers/neural_net.py": "from ..layers import *\n\ndef loss(): return affine_forward()",
    }
    submission = submit("two_layer_net", files)
    session = local_session(submission.files)
    session.start(1)
    session.module("layers").affine_forward = lambda: 2
    assert session.module("neural_net").loss() == 2
    assert file_of(submission.files, "layers.py") == "cs231n/layers.py"
    assert file_of({"layers.py": b"", "cs231n/layers.py": b""}, "layers.py") == "layers.py"
    assert without_package({**submission.files, "gates.py": b""}) == {"gates.py": b""}


# grading


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_answers_to_the_public_assignment_are_right(grader_of, submit, name):
    found = verdicts(grader_of(name), submit(name, DEEP_ANSWERS), ASKED[name])
    assert {name: v.messages for name, v in found.items() if v.status != "passed"} == {}


@pytest.mark.slow
def test_a_module_that_fails_costs_only_what_needs_it(grader_of, submit):
    broken = {
        **ANSWERS,
        "cs231n/classifiers/softmax.py": "def softmax_loss_naive(W, X, y, reg):\n    print W.shape\n",
        "cs231n/classifiers/k_nearest_neighbor.py": "from sklearn import neighbors\n",
    }
    grader = grader_of("linear_classifiers")
    found = verdicts(grader, submit("linear_classifiers", broken), "svm_loss_vectorized softmax_loss_naive")
    assert found["svm_loss_vectorized"].status == "passed"
    assert found["softmax_loss_naive"].status == "crashed"
    text = " ".join(found["softmax_loss_naive"].messages)
    assert "Missing parentheses in call to 'print'. Did you mean print(...)? (line 2)" in text
    assert "cs231n/classifiers/softmax.py:2" in text
    knn = verdicts(grader_of("knn"), submit("knn", broken), "predict_labels")["predict_labels"]
    assert "No module named 'sklearn': graded modules may import each other, NumPy" in " ".join(knn.messages)
    assert "cs231n/classifiers/k_nearest_neighbor.py:1" in " ".join(knn.messages)


@pytest.mark.slow
def test_a_given_module_that_needs_scipy_fails_alone_and_says_so(grader_of, submit):
    found = verdicts(
        grader_of("two_layer_net"), submit("two_layer_net", ANSWERS), "hog_feature affine_forward"
    )
    text = " ".join(found["hog_feature"].messages)
    assert "No module named 'scipy'" in text
    assert "cs231n/features.py:4 in <module>: from scipy.ndimage import uniform_filter" in text
    assert found["affine_forward"].status == "passed"


@pytest.mark.slow
@pytest.mark.parametrize(
    "wrong",
    [
        "def svm_loss_vectorized(W, X, y, reg):\n    return 0.0, W\n",
        "def svm_loss_vectorized(W, X, y, reg:\n",
    ],
)
def test_errors_are_carried_forward_through_the_package(grader_of, submit, wrong):
    files = {**ANSWERS, "cs231n/classifiers/linear_svm.py": wrong}
    result = grader_of("linear_classifiers").grade(submit("linear_classifiers", files))
    by_name = {check.name: check for check in result.checks}
    assert by_name["svm_loss_vectorized"].score == 0
    assert by_name["LinearSVM"].score == by_name["LinearSVM"].points
    assert "given your svm_loss_vectorized" in " ".join(by_name["LinearSVM"].messages)


@pytest.mark.slow
def test_the_package_that_was_graded_is_recorded_and_replaced_by_the_next(tmp_path):
    course = make_released_course(tmp_path / "course")
    solution = hand_in(course, student_notebook(course))
    folder = course.submitted / "ada" / "tiny"
    with Grader(course.assignment("tiny"), SEEDS) as grader:
        write(folder, {"cs231n/averages.py": (folder / "averages.py").read_text(), "cs231n/old.py": ""})
        (folder / "averages.py").unlink()
        submission = collect(folder, grader.assignment)
        result = grader.grade(submission)
        assert record(course, submission, result)
        assert contents(course.autograded / "ada" / "tiny")["cs231n/old.py"] == b""
        assert record(course, solution, grader.grade(solution))
    assert not (course.autograded / "ada" / "tiny" / "cs231n").exists()
    assert result.score == result.max_score
