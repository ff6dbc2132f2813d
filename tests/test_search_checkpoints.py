"""Checkpoints of searches: whatever is damaged, foreign or out of date is refused, said and computed anew."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from search_ground import evaluated, functions, rates, values

from toolkit.parallel_search import parallel_search

pytestmark = pytest.mark.slow
__all__ = ["functions"]


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-30])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[content.index(b"W.npy") + 150] ^= 1
    file.write_bytes(content)


def replace_by_a_model(file: Path) -> None:
    np.savez(file, W=np.zeros(3))


def replace_by_a_pickle(file: Path) -> None:
    np.savez(file, about=np.array([{}], dtype=object))


def replace_by_a_lie(file: Path) -> None:
    np.savez(file, about=np.array('{"key": "", "config": [1], "accuracy": "high", "reason": ""}'))


def rename(file: Path) -> None:
    file.rename(file.with_name("acc0.9999" + file.name[9:]))


SPOILT: dict[str, tuple[Callable[[Path], None], str]] = {
    "truncated": (truncate, r"damaged, it cannot be read \(BadZipFile\)"),
    "a bit flipped": (flip, r"damaged, it cannot be read \(BadZipFile\)"),
    "empty": (lambda file: file.write_bytes(b""), r"damaged, it cannot be read \(EOFError\)"),
    "a model": (replace_by_a_model, "no checkpoint of a search"),
    "a pickle": (replace_by_a_pickle, r"damaged, it cannot be read \(ValueError\)"),
    "a lie": (replace_by_a_lie, "no checkpoint of a search"),
    "renamed": (rename, r"renamed or a copy, it was written as acc0\.\d+-\w+\.npz"),
}


def test_damaged_and_foreign_files_are_refused_and_computed_anew(functions, capfd):
    clean = parallel_search(functions.evaluate, rates("", ""), "clean", jobs=1)
    for name, (spoil, reason) in SPOILT.items():
        shutil.copytree("clean", name)
        spoil(Path(name) / clean.trials[0].file.name)
        calls = len(evaluated())
        capfd.readouterr()
        result = parallel_search(functions.evaluate, rates("", ""), name, jobs=1)
        assert values(result) == values(clean)
        assert len(evaluated()) == calls + 1
        ((file, why),) = result.refused
        assert re.fullmatch(reason, why)
        assert f"{file} is not used: {why}\n" in capfd.readouterr().out
        assert f"refused {file}: {why}" in str(result)
        assert (Path(name) / clean.trials[0].file.name).is_file()


def test_what_another_search_has_left_is_refused(functions, tmp_path):
    parallel_search(functions.evaluate, rates(""), "kept", jobs=1)
    others = {
        "seed": parallel_search(functions.evaluate, rates(""), "kept", seed=1, jobs=1),
        "options": parallel_search(functions.evaluate, rates(""), "kept", jobs=1, options={"pause": 0.01}),
        "function": parallel_search(functions.threads, rates(""), "kept", jobs=1),
    }
    with (tmp_path / "search_functions.py").open("a") as source:
        source.write("\n# It was changed.\n")
    others["source"] = parallel_search(functions.evaluate, rates(""), "kept", jobs=1)
    assert [len(other.refused) for other in others.values()] == [1, 2, 3, 4]
    assert {why for _, why in others["source"].refused} == {
        "of another search, or of a function that has changed since"
    }
    assert len(evaluated()) == 4
