"""A small network with running averages and dropout; run as a program, it trains until it is killed."""

import io
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from toolkit.atomic import write_atomically
from toolkit.solver import Solver


class TinyNet:
    """Two layers in single precision, with running means and dropout that draws from two generators."""

    def __init__(self, rng, num_hidden=30, reg=0.01):
        self.rng, self.reg, self.kind = rng, reg, "tiny"
        self.bn_params = [{"mode": "train"}]
        shapes = {"W1": (20, num_hidden), "b1": (num_hidden,), "W2": (num_hidden, 5), "b2": (5,)}
        self.params = {name: (0.1 * rng.normal(size=shape)).astype("f4") for name, shape in shapes.items()}

    def loss(self, X, y=None):
        """Return scores, or loss and gradients."""
        p, bn = self.params, self.bn_params[0]
        bn["mode"] = "test" if y is None else "train"
        mean = bn.get("running_mean", np.zeros(20, "f4"))
        if y is not None:
            bn["running_mean"] = (0.9 * mean + 0.1 * X.mean(axis=0)).astype("f4")
            mean = X.mean(axis=0)
        hidden = np.maximum((X - mean) @ p["W1"] + p["b1"], 0)
        if y is None:
            return hidden @ p["W2"] + p["b2"]
        kept = (self.rng.random(hidden.shape) < 0.9) & (np.random.random(hidden.shape) < 0.9)
        hidden = hidden * kept.astype("f4")
        scores = hidden @ p["W2"] + p["b2"]
        shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares = shifted / shifted.sum(axis=1, keepdims=True)
        rows = np.arange(len(y))
        loss = -np.log(shares[rows, y]).mean()
        shares[rows, y] -= 1
        dscores = shares / np.float32(len(y))
        dhidden = dscores @ p["W2"].T * (hidden > 0)
        grads = {"W1": (X - mean).T @ dhidden, "b1": dhidden.sum(axis=0)}
        return loss, {**grads, "W2": hidden.T @ dscores, "b2": dscores.sum(axis=0)}


def adam(w, dw, config):
    """An update rule with nested memory, which changes w in place."""
    memory = config.setdefault("memory", {"m": np.zeros_like(w), "v": np.zeros_like(w), "t": 0, "log": []})
    memory["t"] += 1
    memory["m"] = 0.9 * memory["m"] + 0.1 * dw
    memory["v"] = 0.99 * memory["v"] + 0.01 * dw**2
    memory["log"] = (memory["log"] + [(memory["t"], np.float32(dw.sum()))])[-2:]
    m, v = memory["m"] / (1 - 0.9 ** memory["t"]), memory["v"] / (1 - 0.99 ** memory["t"])
    w -= config["learning_rate"] * m / (np.sqrt(v) + 1e-8)
    return w, config


def make_solver(**options):
    """Return a Solver on made-up data; the model and the order share a generator."""
    source = np.random.default_rng(5)
    X = source.normal(size=(500, 20)).astype("f4")
    y = (X @ source.normal(size=(20, 5))).argmax(axis=1)
    np.random.seed(7)
    rng = options.pop("rng", np.random.default_rng(1))
    model = options.pop("model", None) or TinyNet(rng)
    data = {"X_train": X[:400], "y_train": y[:400], "X_val": X[400:], "y_val": y[400:]}
    usual = {"update_rule": adam, "optim_config": {"learning_rate": 0.01}, "num_epochs": 6, "batch_size": 40}
    return Solver(model, data, rng=rng, **{**usual, "verbose": False, **options})


def result(solver):
    """Return everything that a training ends with, as arrays."""
    generators = {"rng": solver.rng.random(3), "global": np.random.random(3)}
    histories = {
        name: getattr(solver, name) for name in ("loss_history", "train_acc_history", "val_acc_history")
    }
    state = {"mean": solver.model.bn_params[0]["running_mean"], "best": solver.best_val_acc}
    moments = {f"m_{name}": config["memory"]["m"] for name, config in solver.optim_configs.items()}
    return {**solver.model.params, **generators, **histories, **state, **moments}


def same(a, b) -> bool:
    """Say whether two results agree bit for bit."""
    return set(a) == set(b) and all(
        np.array_equal(a[name], b[name]) and np.asarray(a[name]).dtype == np.asarray(b[name]).dtype
        for name in a
    )


def trained(**options):
    """Return the result of a training that nothing interrupts."""
    solver = make_solver(**options)
    solver.train()
    return result(solver)


def packed(**arrays):
    """Return the bytes of an npz file."""
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    return stream.getvalue()


PARTS = packed(W=np.zeros((3073, 10)))  # a file, but no checkpoint

if __name__ == "__main__":
    checkpoint, done = map(Path, sys.argv[1:])
    killed = make_solver(checkpoint=checkpoint, checkpoint_every=1, num_epochs=80)
    print("training", flush=True)
    killed.train()
    write_atomically(done, packed(**result(killed)))
