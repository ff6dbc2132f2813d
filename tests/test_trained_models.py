"""Trained models: right ones earn all, useless ones nothing, and none of other data a zero."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from model_course import COLOURS, handed_in, make_model_course, model, npz, small_data
from tiny_course import edit
from tiny_images import png

from autograder import grade, hidden_images, training
from autograder.authoring import authoring_problems
from autograder.collecting.collect import collect
from autograder.course import CourseError
from autograder.grade import Grader
from autograder.hidden_images import PER_CLASS, SHOWN, held_out_digest
from autograder.references import read_modules
from autograder.release import release
from autograder.results import CheckResult
from autograder.seeds import Seeds
from autograder.training import SOLUTION, our_model, our_models
from toolkit.checks_file import load_checks
from toolkit.installation import FOLDER, open_array
from toolkit.trained_model import read_model

ROOT = Path(__file__).parent.parent
SECRET = Seeds(b"secret of the tests")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return small_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return make_model_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def grader(course, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(data.folder.parent))
        with Grader(course.assignment("tiny"), SECRET) as grader:
            yield grader


@pytest.fixture(autouse=True)
def installed_here(data, monkeypatch):
    monkeypatch.setenv(FOLDER, str(data.folder.parent))
    monkeypatch.setattr(grade, "RETRIES", 0)


@pytest.fixture(scope="module")
def right(course, data):
    """Models as good as the reference's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(data.folder.parent))
        assignment = course.assignment("tiny")
        return our_models(assignment, assignment.checks(), data, SOLUTION)


def arrays(course, right, name) -> dict[str, np.ndarray]:
    check = course.assignment("tiny").checks()[name]
    return dict(read_model(right[check.module], check.module, check.shapes).arrays)


def judged(grader, course, models, **files) -> dict[str, CheckResult]:
    result = grader.grade(handed_in(course, models, **files))
    return {check.name: check for check in result.checks}


def test_a_good_model_earns_all(grader, course, right):
    checks = judged(grader, course, right)
    assert {check.status for check in checks.values()} == {"passed"}
    assert (checks["best_means"].score, checks["best_features"].score) == (4, 2)
    assert checks["best_means"].module == "best_means.npz"
    (message,) = checks["best_means"].messages
    assert message.endswith("% of 600 images that are not given out")


def test_no_model_is_not_implemented(grader, course):
    checks = judged(grader, course, {})
    assert checks["best_means"].status == "not_implemented"
    assert checks["best_means"].messages[0].startswith("best_means.npz is missing")
    assert checks["average"].status == "passed"


def test_points_are_the_share_of_the_accuracy_above_chance(grader, course, right, data):
    sound = arrays(course, right, "best_means")
    worse = {**sound, "means": sound["means"].copy()}
    worse["means"][:4] = 1e6  # four classes are never predicted
    found = judged(grader, course, {"best_means.npz": model(data, **worse)})["best_means"]
    target = grader.models._targets["best_means"]
    accuracy = grader.references.models["best_means"].accuracy(worse, target.inputs, target.labels)
    assert 0.1 < accuracy < 0.9 * target.reference
    assert found.status == "partial"
    share = (accuracy - 0.1) / (0.9 * target.reference - 0.1)
    assert found.score == pytest.approx(4 * share, abs=1e-4)
    assert f"all points from {0.9 * target.reference:.1%} on" in found.messages[0]


def test_a_model_that_only_guesses_earns_nothing(grader, course, data):
    zeros = {"means": np.zeros((10, 3)), "shift": np.zeros(3)}
    found = judged(grader, course, {"best_means.npz": model(data, **zeros)})["best_means"]
    assert (found.status, found.score) == ("failed", 0)
    assert "guessing gives 10%" in found.messages[0]


def test_numbers_that_overflow_do_no_harm(grader, course, data):
    huge = {"means": np.full((10, 3), 1e308), "shift": np.full(3, -1e308)}
    found = judged(grader, course, {"best_means.npz": model(data, **huge)})["best_means"]
    assert (found.status, found.score) == ("failed", 0)


def test_a_mistake_in_a_model_is_named(grader, course, right, data):
    spoiled = {**arrays(course, right, "best_means"), "shift": np.zeros(3)}
    found = judged(grader, course, {"best_means.npz": model(data, **spoiled)})["best_means"]
    assert found.score < 4
    assert found.mistake == "shift_forgotten"
    assert found.hint == "The shift in the file is not the one that was subtracted in training."


@pytest.mark.parametrize("content", [b"", b"\x80\x04.", npz(means=np.ones(1, object)), npz(means=np.ones(3))])
def test_an_unusable_file_earns_nothing_and_harms_nothing_else(grader, course, right, content):
    checks = judged(grader, course, {**right, "best_means.npz": content})
    assert (checks["best_means"].status, checks["best_means"].score) == ("failed", 0)
    assert checks["best_means"].messages[0].startswith("best_means.npz: ")
    assert {check.status for name, check in checks.items() if name != "best_means"} == {"passed"}


def test_a_model_of_other_data_is_never_a_zero(grader, course, right, tmp_path):
    other = small_data(tmp_path, seed=2)
    foreign = model(other, **arrays(course, right, "best_means"))
    result = grader.grade(handed_in(course, {**right, "best_means.npz": foreign}))
    found = {check.name: check for check in result.checks}["best_means"]
    assert found.status == "grader_error"
    assert result.broken
    assert "was trained on standin" in found.messages[0]
    assert "`autograder data`" in found.messages[0]


def test_features_of_ones_own_are_good_enough(grader, course, right, data):
    """Features in another unit lose points in their own checks, not with the model trained on them."""
    scaled = {"means": arrays(course, right, "best_features")["means"] / 255}
    own = COLOURS.replace("mean(axis=(1, 2))", "mean(axis=(1, 2)) / 255")
    models = {**right, "best_features.npz": model(data, **scaled)}
    found = judged(grader, course, models, colours=own)["best_features"]
    assert (found.status, found.score) == ("passed", 2)
    assert found.messages[0].startswith("with your own features: right on")
    assert judged(grader, course, models)["best_features"].score < 2


@pytest.mark.parametrize(
    "body", ["None", "images", "1 / 0", "np.full((len(images), 3), np.nan)", "np.zeros((len(images), 10**6))"]
)
def test_useless_features_do_no_harm(grader, course, right, data, body):
    scaled = {"means": arrays(course, right, "best_features")["means"] / 255}
    own = COLOURS.replace("np.asarray(images).mean(axis=(1, 2))", body)
    models = {**right, "best_features.npz": model(data, **scaled)}
    found = judged(grader, course, models, colours=own)["best_features"]
    assert found.score < 1
    assert found.status in ("partial", "failed")
    assert judged(grader, course, right, colours=own)["best_features"].score == 2


def test_workers_never_get_a_model(grader, course, right, monkeypatch):
    sent = []
    monkeypatch.setattr("autograder.attempts.Worker", lambda zygote, files: sent.append(set(files)) or 1 / 0)
    grader.grade(handed_in(course, right))
    assert sent and all(not name.endswith(".npz") for files in sent for name in files)


# --- collecting


@pytest.fixture
def folder(course, right, tmp_path):
    folder = tmp_path / "ada" / "tiny"
    folder.mkdir(parents=True)
    for name, content in (read_modules(course.assignment("tiny").solution) | right).items():
        (folder / name).write_bytes(content)
    return folder


def test_models_are_collected_beside_the_modules(course, folder, right):
    submission = collect(folder, course.assignment("tiny"))
    assert submission.models == right
    assert not any(name.endswith(".npz") for name in submission.files)


def test_the_digest_is_of_the_models_too(course, folder, data):
    before = collect(folder, course.assignment("tiny"))
    (folder / "best_means.npz").write_bytes(model(data, means=np.ones((10, 3)), shift=np.ones(3)))
    assert collect(folder, course.assignment("tiny")).digest != before.digest


def test_a_model_under_the_name_of_a_copy_is_found(course, folder, right):
    (folder / "best_means.npz").rename(folder / "best_means (1).npz")
    submission = collect(folder, course.assignment("tiny"))
    assert submission.models == right
    assert "best_means (1).npz: taken as best_means.npz" in submission.problems


def test_a_model_in_an_archive_is_found(course, folder, right):
    archive = shutil.make_archive(str(folder.parent / "work"), "zip", folder)
    for file in folder.iterdir():
        file.unlink()
    shutil.move(archive, folder)
    assert collect(folder, course.assignment("tiny")).models == right


def test_other_arrays_are_not_collected(course, folder):
    (folder / "mine.npz").write_bytes(npz(a=np.ones(1)))
    submission = collect(folder, course.assignment("tiny"))
    assert "mine.npz" not in submission.models
    assert "not looked at: mine.npz" in submission.problems


def test_a_huge_model_is_not_read(course, folder, monkeypatch):
    monkeypatch.setattr("autograder.collecting.declared.SIZE_LIMIT", 100)
    submission = collect(folder, course.assignment("tiny"))
    assert submission.models == {}
    assert "best_means.npz: larger than 100 bytes; not read" in submission.problems


@pytest.mark.slow
def test_nbgrader_and_this_grader_score_a_model_alike(tmp_path, data, right):
    """What `nbgrader autograde` found is up to date for `autograder grade`."""
    course = make_model_course(tmp_path, (ROOT / "nbgrader_config.py").read_text())
    release(course, ["tiny"])
    folder = course.submitted / "ada" / "tiny"
    folder.mkdir(parents=True)
    for name, content in (read_modules(course.assignment("tiny").solution) | right).items():
        (folder / name).write_bytes(content)
    shutil.copy(course.assignments / "tiny" / "tiny.ipynb", folder)
    environment = {**os.environ, FOLDER: str(data.folder.parent), "AUTOGRADER_SECRET": "two ways"}

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=course.root, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("nbgrader", "autograde", "tiny")
    result = json.loads((course.results / "tiny" / "ada.json").read_text())
    assert {check["cell"]: check["score"] for check in result["checks"]}["best_means"] == 4
    assert json.loads(run("autograder", "grade", "tiny", "--json"))["skipped"] == ["ada"]


# --- the images and the models that submissions are compared with


def rows(images) -> list[bytes]:
    return [image.tobytes() for image in images]


def test_hidden_images_are_none_that_notebooks_show(data):
    found = hidden_images.hidden_images(data, 1)
    shown = set(rows(open_array(data, "test_images")[:SHOWN]))
    test = {
        image.tobytes(): label
        for image, label in zip(open_array(data, "test_images"), open_array(data, "test_labels"), strict=True)
    }
    assert not shown & set(rows(found.images))
    assert [test[row] for row in rows(found.images)] == list(found.labels)
    assert np.bincount(found.labels).tolist() == [60] * 10
    assert np.bincount(found.labels[:50]).tolist() == [5] * 10
    assert len(found.labels) < 10 * PER_CLASS


def test_the_secret_chooses_among_many(data, monkeypatch):
    monkeypatch.setattr(hidden_images, "PER_CLASS", 10)
    one, other = (set(rows(hidden_images.hidden_images(data, seed).images)) for seed in (1, 2))
    assert len(one) == 100 and one != other
    assert one == set(rows(hidden_images.hidden_images(data, 1).images))


def test_too_few_test_images_are_said_in_one_line(data, monkeypatch):
    monkeypatch.setattr(hidden_images, "SHOWN", data.num_test)
    with pytest.raises(CourseError, match=r"no images of airplane, .* to score models on in the test set"):
        hidden_images.hidden_images(data, 1)


@pytest.fixture
def own_images(data):
    folder = data.folder.parent / "held_out"
    images = np.random.default_rng(3).integers(256, size=(10, 2, 32, 32, 3)).astype(np.uint8)
    for name, pictures in zip(data.classes, images, strict=True):
        (folder / name).mkdir(parents=True)
        for i, picture in enumerate(pictures):
            (folder / name / f"{i}.png").write_bytes(png(picture))
    yield folder, images
    shutil.rmtree(folder)


def test_an_instructors_own_images_take_their_place(data, own_images):
    _, images = own_images
    found = hidden_images.hidden_images(data, 1)
    np.testing.assert_array_equal(found.images, images.swapaxes(0, 1).reshape(-1, 32, 32, 3))
    assert found.labels.tolist() == [*range(10), *range(10)]


def test_other_images_of_the_instructor_are_another_grader(course, data, own_images):
    folder, images = own_images
    before = held_out_digest(data)
    with Grader(course.assignment("tiny"), SECRET) as one:
        (folder / data.classes[0] / "9.png").write_bytes(png(images[3, 0]))
        with Grader(course.assignment("tiny"), SECRET) as other:
            assert one.fingerprint != other.fingerprint
    assert before != held_out_digest(data) != ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bird/x.png", b"no image", "is not a readable PNG or JPEG image"),
        ("bird/x.png", png(np.zeros((8, 8, 3), np.uint8)), "8×8 pixels, expected 32×32"),
        ("cats/x.png", b"", "cats is no class of standin"),
    ],
)
def test_an_unusable_folder_is_said_in_one_line(data, own_images, name, content, said):
    file = own_images[0] / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    with pytest.raises(CourseError, match=said):
        hidden_images.hidden_images(data, 1)


def test_models_are_trained_once(course, data, right, monkeypatch, capsys):
    assignment = course.assignment("tiny")
    check = assignment.checks()["best_means"]
    monkeypatch.setattr(training, "load_cifar10", None)
    assert our_model(assignment, check, data, SOLUTION) == right["best_means.npz"]
    assert capsys.readouterr().err == ""


def test_models_are_trained_again_for_a_changed_reference(tmp_path, data, capsys):
    course = make_model_course(tmp_path)
    assignment = course.assignment("tiny")
    check = assignment.checks()["best_means"]
    before = our_model(assignment, check, data)
    edit(assignment.hidden / "reference" / "trained_models.py", "- shift, ", "- 2 * shift, ")
    capsys.readouterr()
    assert our_model(assignment, check, data) != before
    assert "training best_means.npz (reference), once for these data" in capsys.readouterr().err
    assert len(list((data.folder.parent / "trained").glob("tiny-best_means-reference-*"))) == 1


def test_a_damaged_model_of_ours_is_trained_again(course, data, right):
    for file in (data.folder.parent / "trained").glob("tiny-best_means-solution-*"):
        file.write_bytes(b"cut off")
    assignment = course.assignment("tiny")
    assert our_model(assignment, assignment.checks()["best_means"], data, SOLUTION) == right["best_means.npz"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("def best_means", "def other", r"has no function best_means\(data, rng\)"),
        ('"shift": shift}', '"shift": 1.0}', r"shift has the shape \(\), expected \(3,\)"),
    ],
)
def test_an_unusable_reference_is_said_in_one_line(tmp_path, data, old, new, said):
    course = make_model_course(tmp_path)
    assignment = course.assignment("tiny")
    edit(assignment.hidden / "reference" / "trained_models.py", old, new)
    with pytest.raises(CourseError, match=said):
        our_model(assignment, assignment.checks()["best_means"], data)


def test_a_release_needs_a_trained_reference(tmp_path):
    course = make_model_course(tmp_path)
    assignment = course.assignment("tiny")
    (assignment.hidden / "reference" / "trained_models.py").unlink()
    problems = authoring_problems(assignment)
    assert "best_means.npz: tiny/reference/trained_models.py has no best_means(data, rng)" in problems


@pytest.mark.parametrize("wrong", ["full=0", "full=1.5", 'full=0.9, features="colours"'])
def test_a_misdeclared_model_is_refused(tmp_path, wrong):
    course = make_model_course(tmp_path)
    path = course.assignment("tiny").checks_path
    edit(path, '"shift": (3,)}, full=0.9', f'"shift": (3,)}}, {wrong}')
    with pytest.raises(ValueError, match="model best_means: expected"):
        load_checks(path)


def test_results_hold_no_array(grader, course, right):
    result = grader.grade(handed_in(course, right))
    assert len(json.dumps([check.messages for check in result.checks])) < 1_000
