"""Splits are balanced, disjoint and nested; what is installed is complete, the same everywhere, or absent."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tiny_images import CLASSES, as_batches, as_files, tiny, write_archive, write_folder, write_zip

from toolkit import installation, standin
from toolkit.data import Cifar10, DataError, data_folder, install, installed, load_cifar10
from toolkit.images import Images, in_stored_order

SIZES = {"num_train": 150, "num_val": 40, "num_test": 60, "num_dev": 25}
PARTS = ("train", "val", "test", "dev")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and no network."""
    monkeypatch.setenv("CIFAR10_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("CIFAR10_OFFLINE", "1")
    return tmp_path / "data"


@pytest.fixture
def cifar10(folder: Path) -> Path:
    """A data folder with 200 training and 60 test images installed."""
    folder.mkdir()
    installation.store(tiny(20, 6), folder / "cifar10")
    return folder


def split(data: Cifar10, part: str) -> tuple[np.ndarray, np.ndarray]:
    return getattr(data, f"X_{part}"), getattr(data, f"y_{part}")


def pictures(images: np.ndarray) -> set[bytes]:
    return {image.tobytes() for image in images}


def test_splits_have_the_sizes_and_types_asked_for(cifar10: Path) -> None:
    data = load_cifar10(**SIZES)
    for part in PARTS:
        X, y = split(data, part)
        count = SIZES[f"num_{part}"]
        assert (X.shape, X.dtype) == ((count, 32, 32, 3), np.uint8)
        assert (y.shape, y.dtype) == ((count,), np.int64)
        assert X.flags.writeable
        assert not isinstance(X, np.memmap)
    assert data.classes == CLASSES
    assert data.name == "cifar10"
    assert len(data.sha256) == 64


def test_images_keep_their_labels(cifar10: Path) -> None:
    source = tiny(20, 6)
    labels = {
        image.tobytes(): label
        for part in (source.train, source.test)
        for image, label in zip(*part, strict=True)
    }
    data = load_cifar10(**SIZES)
    for part in PARTS:
        X, y = split(data, part)
        assert [labels[image.tobytes()] for image in X] == y.tolist()


@pytest.mark.parametrize("num_train", [1, 7, 10, 99, 150])
@pytest.mark.parametrize("others", [3, 10, 38])
def test_splits_are_balanced_and_not_sorted(cifar10: Path, num_train: int, others: int) -> None:
    data = load_cifar10(num_train, others, others, min(others, num_train))
    for part in PARTS:
        _, y = split(data, part)
        assert np.ptp(np.bincount(y, minlength=10)) <= 1
        if len(y) > 9:
            assert (np.diff(y) < 0).any()


def test_training_validation_and_test_images_are_disjoint(cifar10: Path) -> None:
    data = load_cifar10(160, 40, 60, 25)
    train, validation, test = (pictures(split(data, part)[0]) for part in PARTS[:3])
    assert len(train) + len(validation) + len(test) == 260
    assert len(train | validation | test) == 260
    assert pictures(data.X_dev) <= train


def test_smaller_request_gives_the_first_images_of_a_larger_one(cifar10: Path) -> None:
    large, small = load_cifar10(**SIZES), load_cifar10(33, 40, 21, 12)
    for part in ("train", "test", "dev"):
        for whole, start in zip(split(large, part), split(small, part), strict=True):
            assert np.array_equal(whole[: len(start)], start)
    assert np.array_equal(large.X_val, small.X_val)


def test_same_call_gives_the_same_images_and_own_copies(cifar10: Path) -> None:
    first = load_cifar10(**SIZES)
    first.X_train[:] = 0
    second, third = load_cifar10(**SIZES), load_cifar10(**SIZES)
    for part in PARTS:
        assert np.array_equal(split(second, part)[0], split(third, part)[0])
    assert second.X_train.any()


def test_empty_splits_are_allowed(cifar10: Path) -> None:
    data = load_cifar10(10, 0, 0, 0)
    assert [len(split(data, part)[1]) for part in PARTS] == [10, 0, 0, 0]


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        ((201, 0, 0, 0), "201 training images asked for, expected 0 to 200"),
        ((150, 51, 0, 0), r"51 validation \(beside 150 training\) images asked for, expected 0 to 50"),
        ((10, 10, 61, 0), "61 test images asked for, expected 0 to 60"),
        ((10, 0, 0, 11), "11 development .* expected 0 to 10"),
        ((-1, 0, 0, 0), "-1 training images"),
    ],
)
def test_too_large_a_request_is_one_clear_line(cifar10: Path, sizes: tuple[int, ...], message: str) -> None:
    with pytest.raises(DataError, match=message) as caught:
        load_cifar10(*sizes)
    assert "\n" not in str(caught.value)


def test_layout_of_an_installed_data_set(cifar10: Path) -> None:
    found = cifar10 / "cifar10"
    assert {file.name for file in found.iterdir()} == {
        "meta.json",
        "train_images.npy",
        "train_labels.npy",
        "test_images.npy",
        "test_labels.npy",
    }
    assert [file.name for file in cifar10.iterdir()] == ["cifar10"]
    about = json.loads((found / "meta.json").read_text(encoding="utf-8"))
    assert about["name"] == "cifar10"
    assert about["source"] == "noise"
    assert tuple(about["classes"]) == CLASSES
    assert (about["num_train"], about["num_test"]) == (200, 60)
    now = installed()
    assert now is not None
    assert now.sha256 == about["sha256"]
    assert "CIFAR-10: 200 training and 60 test images" in str(now)
    for name, shape in (("train_images", (200, 32, 32, 3)), ("test_labels", (60,))):
        array = installation.open_array(now, name)
        assert (array.shape, array.dtype) == (shape, np.uint8)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_every_form_is_installed_alike(folder: Path, tmp_path: Path) -> None:
    paths = (
        write_folder(as_files(tiny()), tmp_path / "images"),
        write_zip(as_files(tiny()), tmp_path / "images.zip"),
        write_archive(as_batches(tiny()), tmp_path / "archive.tar.gz"),
        write_folder(as_batches(tiny()), tmp_path / "cifar-10-batches-py"),
    )
    sums = {install(path).sha256 for path in paths}
    assert len(sums) == 1
    other = install(write_zip(as_files(tiny(seed=1)), tmp_path / "other.zip"))
    assert other.sha256 not in sums


def test_stored_order_depends_on_the_pixels_only() -> None:
    images, labels = tiny(5).train
    shuffle = np.random.default_rng(3).permutation(len(labels))
    first, second = (in_stored_order(images[i], labels[i], CLASSES) for i in (slice(None), shuffle))
    assert np.array_equal(first[0], second[0])
    assert np.array_equal(first[1], second[1])
    assert first[1].reshape(5, 10).tolist() != [list(range(10))] * 5
    assert (np.sort(first[1].reshape(5, 10), axis=1) == np.arange(10)).all()
    assert first[1][:10].tolist() == [7, 2, 9, 3, 5, 0, 4, 6, 1, 8]


def test_classes_must_be_equally_large() -> None:
    images, labels = tiny(5).train
    with pytest.raises(DataError, match=r"equally many.*airplane 5.*this copy is incomplete"):
        in_stored_order(images[labels != 3], labels[labels != 3], CLASSES)


def test_failing_import_leaves_what_was_there(cifar10: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, data = installed(), load_cifar10(**SIZES)
    (cifar10 / "broken.zip").write_bytes(b"hello")
    with pytest.raises(DataError):
        install(cifar10 / "broken.zip")
    archive = write_zip(as_files(tiny()), cifar10 / "images.zip")
    save = np.save

    def full_disk(file: Path, *rest: object, **options: bool) -> None:
        if "test_images" in file.name:
            raise OSError("No space left on device")
        save(file, *rest, **options)

    monkeypatch.setattr(np, "save", full_disk)
    with pytest.raises(DataError, match="No space left on device"):
        install(archive)
    assert installed() == before
    assert np.array_equal(load_cifar10(**SIZES).X_train, data.X_train)
    assert {file.name for file in cifar10.iterdir()} == {"cifar10", "broken.zip", "images.zip"}


KILLED = """
import os, signal, sys
import numpy as np
from pathlib import Path
from toolkit.data import install

save = np.save

def killed(file, *rest, **options):
    if "test_labels" in file.name:
        os.kill(os.getpid(), signal.SIGKILL)
    save(file, *rest, **options)

np.save = killed
install(Path(sys.argv[1]))
"""


def test_killed_import_leaves_what_was_there(cifar10: Path, tmp_path: Path) -> None:
    before, data = installed(), load_cifar10(**SIZES)
    archive = write_zip(as_files(tiny()), tmp_path / "images.zip")
    root = Path(installation.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", KILLED, str(archive)], cwd=root, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert installed() == before
    assert np.array_equal(load_cifar10(**SIZES).X_train, data.X_train)
    after = install(archive)
    assert after.num_train == 50
    assert installed() == after


@pytest.mark.parametrize("damage", ["no meta", "half meta", "other meta", "no array"])
def test_incomplete_data_set_is_not_installed(cifar10: Path, damage: str) -> None:
    about = cifar10 / "cifar10" / "meta.json"
    if damage == "no meta":
        about.unlink()
    elif damage == "half meta":
        about.write_text(about.read_text(encoding="utf-8")[:40], encoding="utf-8")
    elif damage == "other meta":
        about.write_text('{"name": "cifar10"}', encoding="utf-8")
    else:
        (cifar10 / "cifar10" / "test_labels.npy").unlink()
    assert installed() is None


def small_standin(*_: object) -> Images:
    return Images(*standin_parts, standin.CLASSES, "drawn")


standin_parts = (tiny(20, 6, seed=7).train, tiny(20, 6, seed=7).test)


def test_without_network_the_standin_is_drawn_and_announced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(standin, "draw", small_standin)
    data = load_cifar10(**SIZES)
    assert data.name == "standin"
    said = capsys.readouterr().err
    assert "CIFAR10_OFFLINE is set" in said
    assert "drawing stand-in images instead" in said
    assert "not CIFAR-10" in said
    monkeypatch.setattr(standin, "draw", None)
    again = load_cifar10(**SIZES)
    assert np.array_equal(again.X_train, data.X_train)
    assert "not CIFAR-10" in capsys.readouterr().err


def test_cifar10_is_preferred_and_not_announced(
    cifar10: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(standin, "draw", small_standin)
    drawn = install(dataset="standin")
    assert drawn.name == "standin"
    assert "not CIFAR-10" in str(drawn)
    now = installed()
    assert now is not None
    assert now.name == load_cifar10(**SIZES).name == "cifar10"
    assert now.sha256 != drawn.sha256
    assert capsys.readouterr().err == ""


def test_import_asked_for_in_vain_does_not_draw_the_standin(folder: Path, tmp_path: Path) -> None:
    for arguments in (
        {"source": tmp_path / "nowhere"},
        {"source": tmp_path, "dataset": "standin"},
        {"dataset": "mnist"},
        {},
    ):
        with pytest.raises(DataError):
            install(**arguments)
    assert installed() is None


def test_folder_that_cannot_be_written_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CIFAR10_FOLDER", str(tmp_path / "file" / "data"))
    assert installed() is None
    with pytest.raises(DataError, match=r"cannot be written.*CIFAR10_FOLDER names another folder"):
        install(write_zip(as_files(tiny()), tmp_path / "images.zip"))


def test_data_folder_is_the_variable_or_the_course_or_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CIFAR10_FOLDER", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    inside = tmp_path / "course" / "source" / "knn"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert data_folder().name == "numpy-vision-course"
    write_folder({"README.md": b"Data"}, tmp_path / "course" / "datasets")
    assert data_folder() == tmp_path / "course" / "datasets"
    monkeypatch.setenv("CIFAR10_FOLDER", str(tmp_path / "mine"))
    assert data_folder() == tmp_path / "mine"
