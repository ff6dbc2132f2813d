"""A checkpoint of another training, or a damaged one, is refused in one clear line."""

import numpy as np
import pytest
from solver_ground import PARTS, TinyNet, make_solver, result, same, trained

from toolkit.solver_checkpoint import CheckpointError


def descend(w, dw, config):
    return w - config["learning_rate"] * dw, config


REFUSED = {
    "batch_size": {"batch_size": 25},
    "update_rule": {"update_rule": descend},
    "optim_config": {"optim_config": {"learning_rate": 0.02}},
    "schedule": {"schedule": lambda step: 0.1},
    "rng": {"rng": np.random.default_rng(8)},
    "model": {"model": TinyNet(np.random.default_rng(1), reg=0.5)},
    "parameters": {"model": TinyNet(np.random.default_rng(1), num_hidden=9)},
    "augment": {"augment": lambda X, rng: X},
    "num_samples": {"num_val_samples": 10},
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_checkpoint_of_another_training_is_refused_in_one_line(tmp_path, what):
    file = tmp_path / "run.npz"
    make_solver(checkpoint=file, num_epochs=1).train()
    before = file.read_bytes()
    with pytest.raises(CheckpointError) as refusal:
        make_solver(checkpoint=file, **REFUSED[what]).train()
    line = str(refusal.value)
    assert line.startswith(f"{file}: checkpoint of another training ({what}")
    assert line.endswith("delete it or name another file")
    assert "\n" not in line
    assert file.read_bytes() == before


def test_a_checkpoint_of_other_data_is_refused(tmp_path):
    make_solver(checkpoint=tmp_path / "run.npz", num_epochs=1).train()
    other = make_solver(checkpoint=tmp_path / "run.npz")
    other.data["X_train"] += 1
    with pytest.raises(CheckpointError, match=r"data\['X_train'\]"):
        other.train()


def test_a_damaged_checkpoint_is_refused_or_harmless(tmp_path):
    """Whatever byte is changed or cut off, the result is that of the whole file or one clear line."""
    file = tmp_path / "run.npz"
    make_solver(checkpoint=file, num_epochs=1).train()
    content, rng = file.read_bytes(), np.random.default_rng(0)
    expected = trained(num_epochs=1)
    damaged = [b"", b"x", content[: len(content) // 2], content[:-1], PARTS]
    for place in rng.integers(len(content), size=60):
        damaged.append(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
    refused = 0
    for data in damaged:
        file.write_bytes(data)
        solver = make_solver(checkpoint=file, num_epochs=1)
        try:
            solver.train()
        except CheckpointError as error:
            assert str(error).startswith(f"{file}: ")
            assert "\n" not in str(error)
            refused += 1
        else:
            assert same(expected, result(solver))
    assert refused > 55
