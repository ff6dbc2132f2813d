"""Every form of CIFAR-10 is read alike, and whatever is not CIFAR-10 is refused in one line, without harm."""

import io
import os
import pickle
import random
import struct
import tarfile
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tiny_images import (
    CLASSES,
    as_batches,
    as_files,
    batch,
    png,
    text,
    tiny,
    write_archive,
    write_folder,
    write_zip,
)

from toolkit import batches, sources
from toolkit.images import DataError, Images
from toolkit.sources import read_images


def contents(images: Images) -> list[set[tuple[bytes, int]]]:
    """What a data set holds, whatever its order."""
    return [
        {(image.tobytes(), int(label)) for image, label in zip(*part, strict=True)}
        for part in (images.train, images.test)
    ]


def refused(path: Path, *words: str) -> None:
    with pytest.raises(DataError) as caught:
        read_images(path)
    message = str(caught.value)
    assert "\n" not in message
    for word in words:
        assert word in message


FORMS = {
    "folder of images": lambda folder: write_folder(as_files(tiny()), folder / "images"),
    "zip of images": lambda folder: write_zip(as_files(tiny()), folder / "images.zip"),
    "zip with a folder around": lambda folder: write_zip(
        {f"my/cifar/{name}": content for name, content in as_files(tiny()).items()}, folder / "images.zip"
    ),
    "archive": lambda folder: write_archive(as_batches(tiny()), folder / "cifar-10-python.tar.gz"),
    "extracted folder": lambda folder: write_folder(as_batches(tiny()), folder / "cifar-10-batches-py"),
    "folder around": lambda folder: write_folder(as_batches(tiny()), folder / "cifar-10-batches-py").parent,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_images(form: str, tmp_path: Path) -> None:
    images = read_images(FORMS[form](tmp_path))
    assert contents(images) == contents(tiny())
    assert images.classes == CLASSES
    for X, y in (images.train, images.test):
        assert X.dtype == y.dtype == np.uint8


@pytest.mark.parametrize("protocol", [2, 3, 4])
def test_batch_pickled_by_python_3_is_read(protocol: int) -> None:
    X, y = tiny().train
    content = {b"data": X.transpose(0, 3, 1, 2).reshape(len(X), -1), b"labels": y.tolist()}
    images, labels = batches.read_batch(pickle.dumps(content, protocol), "data_batch_1")
    assert np.array_equal(images, X)
    assert np.array_equal(labels, y)


class Payload:
    """Leaves a file if it is unpickled by a careless reader."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple:
        return Path.touch, (self.trace,)


class Command(Payload):
    def __reduce__(self) -> tuple:
        return os.system, (f"touch {self.trace}",)


class Expression(Payload):
    def __reduce__(self) -> tuple:
        return eval, (f"__import__('pathlib').Path({str(self.trace)!r}).touch()",)


@pytest.mark.parametrize("kind", [Payload, Command, Expression])
def test_malicious_pickle_runs_nothing(kind: type[Payload], tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    evil = pickle.dumps({b"data": kind(trace), b"labels": []}, 2)
    pickle.loads(evil)
    assert trace.exists(), "this payload would do nothing anywhere"
    trace.unlink()
    refused(write_archive(as_batches(tiny()) | {"test_batch": evil}, tmp_path / "a.tar.gz"), "not safe")
    refused(write_folder(as_batches(tiny()) | {"data_batch_3": evil}, tmp_path / "folder"), "not safe")
    assert not trace.exists()


@pytest.mark.parametrize("name", ["ndarray.tofile", "ndarray.__class__", "load", "memmap"])
def test_batch_reaches_nothing_else_of_numpy(name: str) -> None:
    evil = pickle.PROTO + b"\x04" + b"\x8c\x05numpy\x8c" + bytes([len(name)]) + name.encode() + b"\x93."
    with pytest.raises(DataError, match="not safe"):
        batches.read_batch(evil, "data_batch_1")


X, y = tiny().train
BAD_BATCHES = {
    "empty": b"",
    "no pickle": b"GIF89a",
    "cut": batch(X, y)[:-5000],
    "a list": pickle.dumps([1, 2], 2),
    "no labels": b"\x80\x02}(" + text(b"data") + text(b"x") + b"u.",
    "fewer labels": batch(X, y[:-1]),
    "label 10": batch(X, y + 1),
    "cut images": batch(X, y).replace(X.transpose(0, 3, 1, 2).tobytes(), b"")[:-40],
    "huge memo": b"\x80\x02}r\xff\xff\xff\x7f.",
    "huge string": b"\x80\x02T\xff\xff\xff\x7f.",
}


@pytest.mark.parametrize("name", BAD_BATCHES)
def test_damaged_batch_is_refused_in_one_line(name: str) -> None:
    tracemalloc.start()
    with pytest.raises(DataError, match="data_batch_1 is not an official batch") as caught:
        batches.read_batch(BAD_BATCHES[name], "data_batch_1")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "\n" not in str(caught.value)
    assert peak < 50 << 20


def test_missing_batch_is_named(tmp_path: Path) -> None:
    files = as_batches(tiny())
    del files["data_batch_4"]
    refused(write_archive(files, tmp_path / "a.tar.gz"), "data_batch_4 missing")
    refused(write_folder(files, tmp_path / "folder"), "data_batch_4 missing")


def test_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(as_batches(tiny())["test_batch"])
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in as_batches(tiny()).items():
            member = tarfile.TarInfo(name)
            if name == "test_batch":
                member.type, member.linkname = tarfile.SYMTYPE, str(secret)
            else:
                member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    refused(path, "test_batch missing")


def test_archive_that_expands_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = as_batches(tiny())
    path = write_archive({"padding": bytes(10 << 20)} | files, tmp_path / "a.tar.gz")
    assert path.stat().st_size < 1 << 20
    read_images(path)
    monkeypatch.setattr(batches, "ARCHIVE_LIMIT", 5 << 20)
    refused(path, "expands to more than")
    monkeypatch.setattr(batches, "BATCH_LIMIT", 10_000)
    refused(write_archive(files, tmp_path / "b.tar.gz"), "larger than 10,000 bytes")
    refused(write_folder(files, tmp_path / "folder"), "larger than 10,000 bytes")


@pytest.mark.parametrize("form", ["zip of images", "archive"])
def test_damaged_archive_is_refused_and_nothing_else_is_raised(form: str, tmp_path: Path) -> None:
    path = FORMS[form](tmp_path)
    whole = path.read_bytes()
    rng = random.Random(0)
    errors = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[rng.randrange(len(whole))] ^= rng.randrange(1, 256)
        path.write_bytes(damaged[: rng.choice([len(whole), rng.randrange(len(whole))])])
        try:
            read_images(path)
        except DataError as error:
            errors += 1
            assert "\n" not in str(error)
    assert errors > 50


def test_path_that_holds_no_data_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", "nowhere", "expected cifar-10-python.tar.gz")
    (tmp_path / "notes.txt").write_text("hello")
    refused(tmp_path / "notes.txt", "notes.txt", "expected cifar-10-python.tar.gz")
    (tmp_path / "empty").mkdir()
    refused(tmp_path / "empty", "empty", "train")


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims to be enormous."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1 << 20))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def gif() -> bytes:
    stream = io.BytesIO()
    Image.fromarray(X[0]).save(stream, "GIF")
    return stream.getvalue()


BAD_IMAGES = {
    "wrong size": (png(np.zeros((32, 33, 3), np.uint8)), "33×32 pixels, expected 32×32"),
    "decompression bomb": (bomb(40_000, 40_000), "bad.png"),
    "not an image": (b"hello", "not a readable PNG or JPEG"),
    "another format": (gif(), "not a readable PNG or JPEG"),
    "cut": (png(X[0])[:1500], "not a readable PNG or JPEG"),
    "too many bytes": (png(X[0]) + bytes(200_000), "larger than"),
}


@pytest.mark.parametrize("name", BAD_IMAGES)
def test_bad_image_is_refused_by_name(name: str, tmp_path: Path) -> None:
    content, words = BAD_IMAGES[name]
    files = as_files(tiny()) | {"train/frog/bad.png": content}
    refused(write_zip(files, tmp_path / "a.zip"), "bad.png", words)
    refused(write_folder(files, tmp_path / "folder"), "bad.png", words)


def test_grey_palette_and_jpeg_images_are_read_as_colour(tmp_path: Path) -> None:
    files = as_files(tiny())
    stream = io.BytesIO()
    Image.fromarray(X[0]).convert("L").save(stream, "JPEG")
    files[f"test/{CLASSES[0]}/grey.JPEG"] = stream.getvalue()
    stream = io.BytesIO()
    Image.fromarray(X[0]).convert("P").save(stream, "PNG")
    files[f"test/{CLASSES[1]}/palette.png"] = stream.getvalue()
    images = read_images(write_zip(files, tmp_path / "a.zip"))
    assert images.test[0].shape == (22, 32, 32, 3)


@pytest.mark.parametrize("name", ["../train/cat/x.png", "../../test/dog/x.png", "/train/cat/x.png"])
def test_zip_with_names_that_lead_outside_is_refused(name: str, tmp_path: Path) -> None:
    refused(write_zip(as_files(tiny()) | {name: png(X[0])}, tmp_path / "a.zip"), name)
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "COUNT_LIMIT", 69)
    refused(write_zip(as_files(tiny()), tmp_path / "a.zip"), "70 images, expected at most 69")
    refused(write_folder(as_files(tiny()), tmp_path / "folder"), "70 images, expected at most 69")


def test_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write_folder(as_files(tiny()), tmp_path / "folder")
    (tmp_path / "elsewhere.png").write_bytes(png(X[0]))
    (folder / "train" / "cat" / "link.png").symlink_to(tmp_path / "elsewhere.png")
    refused(folder, "link.png", "not a regular file")


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    files = as_files(tiny()) | {
        "README.txt": b"hello",
        "train/labels.csv": b"1,2",
        "__MACOSX/train/cat/._1.png": b"junk",
        "train/cat/.DS_Store": b"junk",
        "extra/cat/1.png": b"junk",
    }
    for path in (write_zip(files, tmp_path / "a.zip"), write_folder(files, tmp_path / "folder")):
        assert contents(read_images(path)) == contents(tiny())


def test_folders_must_be_the_classes_of_cifar10(tmp_path: Path) -> None:
    files = as_files(tiny())
    renamed = {name.replace("/frog/", "/newt/"): content for name, content in files.items()}
    refused(write_zip(renamed, tmp_path / "a.zip"), "newt", "expected", "frog")
    no_test = {name: content for name, content in files.items() if name.startswith("train")}
    refused(write_folder(no_test, tmp_path / "folder"), "test/")


def test_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = write_zip(as_files(tiny()), tmp_path / "a.zip")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.start_dir
    content[start + 8] |= 1  # the flag of the first entry in the directory
    path.write_bytes(content)
    refused(path, "a.zip")
