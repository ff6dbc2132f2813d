"""A model's file is read only if it is exactly what was declared, whoever made it."""

from __future__ import annotations

import io
import pickle
import re
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_course import npz

from toolkit.images import Images
from toolkit.installation import FOLDER, Installed, store
from toolkit.strict_npz import DIMENSION_LIMIT, SIZE_LIMIT
from toolkit.trained_model import Model, ModelError, packed, read_model, save_model

SHAPES = {"W": (3, "H"), "b": ("H",)}
SHA = "0123456789abcdef" * 4
TEXTS = {"data_name": np.array("standin"), "data_sha256": np.array(SHA)}
W, B = np.arange(12.0).reshape(3, 4), np.ones(4, np.float32)


def read(data: bytes) -> Model:
    return read_model(data, "best.npz", SHAPES)


def refused(data: bytes) -> str:
    with pytest.raises(ModelError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("best.npz: ")
    assert "\n" not in message and len(message) < 300
    return message


def rewritten(name: str, content: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    """Return a sound file with another content of one entry."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(npz(W=W, b=B, **TEXTS))) as old,
        zipfile.ZipFile(stream, "w", method) as new,
    ):
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return stream.getvalue()


def header(text: str, body: bytes = b"", version: bytes = b"\x01\x00") -> bytes:
    return b"\x93NUMPY" + version + len(text).to_bytes(2, "little") + text.encode() + body


def described(kind: str = "<f8", shape: str = "(3, 4)") -> str:
    return f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}\n"


def test_what_was_saved_is_read():
    model = read(npz(W=W, b=B, **TEXTS))
    np.testing.assert_array_equal(model.arrays["W"], W)
    assert model.arrays["b"].dtype == np.float32
    assert (model.data_name, model.data_sha256) == ("standin", SHA)


def test_the_order_in_memory_does_not_matter():
    np.testing.assert_array_equal(read(npz(W=np.asfortranarray(W), b=B, **TEXTS)).arrays["W"], W)


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"W": W}, "expected exactly W, b, data_name, data_sha256"),
        ({"W": W, "b": B, "extra": B}, "expected exactly"),
        ({"W": W.T, "b": B}, "W has the shape (4, 3), expected (3, H)"),
        ({"W": W, "b": np.ones(5)}, "b has the shape (5,), expected (H,)"),
        ({"W": W, "b": np.ones((4, 1))}, "b has the shape (4, 1)"),
        ({"W": np.ones((3, 0)), "b": np.ones(0)}, "W has the shape (3, 0)"),
        ({"W": np.ones((3, DIMENSION_LIMIT + 1)), "b": np.ones(DIMENSION_LIMIT + 1)}, "W has the shape"),
        ({"W": W.astype(int), "b": B}, "W has the type '<i8', expected float32 or float64"),
        ({"W": W.astype(">f8"), "b": B}, "W has the type '>f8'"),
        ({"W": W.astype(complex), "b": B}, "W has the type '<c16'"),
        ({"W": np.full((3, 4), "a"), "b": B}, "W has the type '<U1'"),
        ({"W": W.astype(object), "b": B}, "W has the type '|O'"),
        ({"W": np.zeros((3, 4), [("a", "<f8")]), "b": B}, "W is not an array of numbers"),
        ({"W": np.where(W == 5, np.nan, W), "b": B}, "W holds NaN or infinity"),
        ({"W": W, "b": B * np.inf}, "b holds NaN or infinity"),
    ],
)
def test_other_arrays_are_refused(arrays, said):
    assert said in refused(npz(**arrays, **TEXTS))


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "expected exactly"),
        ({**TEXTS, "data_sha256": np.array("x" * 65)}, "data_sha256 is not a short text"),
        ({**TEXTS, "data_sha256": np.array([SHA])}, "data_sha256 is not a short text"),
        ({**TEXTS, "data_sha256": np.array(1.0)}, "data_sha256 is not a short text"),
        ({**TEXTS, "data_name": np.array("<b>a</b>")}, "data_name is not a text of letters and digits"),
        ({**TEXTS, "data_name": np.array("a\nb")}, "data_name is not a text of letters and digits"),
    ],
)
def test_other_names_of_the_data_are_refused(texts, said):
    assert said in refused(npz(W=W, b=B, **texts))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pickle.dumps(print), "W is not an array of numbers"),
        (b"", "W is not an array of numbers"),
        (header(described(shape="(999999999, 999999999)")), "W has the shape (999999999, 999999999)"),
        (header(described(), W.tobytes()[:-1]), "W has 95 bytes, too many or too few"),
        (header(described(), W.tobytes() + b"\0"), "W has 97 bytes, too many or too few"),
        (header(described(shape="(3, 4.)"), W.tobytes()), "W is not an array of numbers"),
        (header(described(shape="(3, -4)"), W.tobytes()), "W is not an array of numbers"),
        (header(described("<f8' + 'x"), W.tobytes()), "W is not an array of numbers"),
        (header(described() + "(" * 5_000, W.tobytes()), "W is not an array of numbers"),
        (header(described(), W.tobytes(), version=b"\x02\x00"), "W is not an array of numbers"),
        (header("__import__('os').abort()\n"), "W is not an array of numbers"),
    ],
)
def test_hostile_arrays_are_refused(content, said):
    assert said in refused(rewritten("W.npy", content))


def test_nothing_is_unpacked():
    bomb = rewritten("W.npy", header(described(), bytes(64 << 20)), zipfile.ZIP_DEFLATED)
    assert len(bomb) < 1 << 20
    assert "compressed or encrypted" in refused(bomb)


def test_an_entry_that_is_longer_than_it_says_is_refused():
    data = bytearray(npz(W=W, b=B, **TEXTS))
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(b"W.npy"))
    data[start + 24 : start + 28] = (1 << 31).to_bytes(4, "little")
    assert "the sizes that it says its arrays have are wrong" in refused(bytes(data))


def test_two_entries_of_one_name_are_refused():
    stream = io.BytesIO(npz(W=W, b=B, **TEXTS))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("W.npy", b"")
    assert "expected exactly" in refused(stream.getvalue())


def test_very_many_entries_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for i in range(5_000):
            archive.writestr(f"{i}.npy", b"")
    assert "not a readable npz file" in refused(stream.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x80\x04\x95", pickle.dumps({"W": W}), bytes(1_000)])
def test_other_files_are_refused(data):
    assert "not a readable npz file" in refused(data)


def test_a_huge_file_is_refused():
    assert f"larger than {SIZE_LIMIT:,} bytes" in refused(bytes(SIZE_LIMIT + 1))


@given(place=st.integers(0, 2_000), value=st.integers(0, 255), cut=st.integers(0, 2_000))
def test_damage_is_refused_or_harmless(place, value, cut):
    data = bytearray(npz(W=W, b=B, **TEXTS))
    data[place % len(data)] = value
    for changed in (bytes(data), bytes(data[: cut % len(data)])):
        try:
            model = read(changed)
        except ModelError:
            continue
        assert {name: array.shape for name, array in model.arrays.items()} == {"W": (3, 4), "b": (4,)}


@pytest.fixture
def data(tmp_path, monkeypatch) -> Installed:
    noise = np.random.default_rng(0).integers(256, size=(20, 32, 32, 3)).astype(np.uint8)
    split = noise, np.tile(np.arange(10, dtype=np.uint8), 2)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return store(Images(split, split, tuple("abcdefghij"), "noise"), tmp_path / "standin")


def test_save_model_writes_what_read_model_reads(data):
    path = save_model("best.npz", W=W, b=[1, 2, 3, 4])
    model = read(path.read_bytes())
    np.testing.assert_array_equal(model.arrays["b"], [1, 2, 3, 4])
    assert model.is_of(data)
    assert [file.name for file in path.parent.glob("*.npz")] == ["best.npz"]


def test_an_author_does_not_get_models_beside_the_notebooks(data, tmp_path, monkeypatch):
    folder = tmp_path / "source" / "tiny"
    (folder / "solution").mkdir(parents=True)
    (folder / "solution" / "checks.py").touch()
    monkeypatch.chdir(folder)
    assert save_model("best.npz", W=W) == tmp_path / "build" / "models" / "tiny" / "best.npz"


@pytest.mark.parametrize(
    ("name", "arrays", "said"),
    [
        ("best.npy", {"W": W}, "'best.npy' is not the name of a model's file"),
        ("../best.npz", {"W": W}, "is not the name of a model's file"),
        ("best.npz", {"W": W * np.nan}, "best.npz: W holds NaN or infinity"),
        ("best.npz", {"W": "text"}, "best.npz: W has the type <U4, expected float32 or float64"),
        ("best.npz", {"data_name": W}, "best.npz: data_name"),
    ],
)
def test_save_model_refuses_in_one_line(data, name, arrays, said):
    with pytest.raises(ModelError, match=re.escape(said)):
        save_model(name, **arrays)


def test_save_model_needs_data(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    with pytest.raises(ModelError, match=r"no images are installed that it could be trained on"):
        save_model("best.npz", W=W)


def test_packed_refuses_nothing_that_read_model_accepts(data):
    assert read(packed("best.npz", {"W": W, "b": B}, data)).is_of(data)
