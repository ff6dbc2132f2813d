"""References and solutions of training_tricks agree with figures recorded from PyTorch (record_torch.py)."""

from pathlib import Path

import numpy as np
import pytest
from sides import either_side, sides

RECORDED = np.load(Path(__file__).parent / "recorded" / "torch.npz")
SIDES = sides("training_tricks")
OPTIONS = {
    "sgd": {"learning_rate": 0.07},
    "sgd_momentum": {"learning_rate": 0.07, "momentum": 0.8},
    "nesterov_momentum": {"learning_rate": 0.07, "momentum": 0.8},
    "adagrad": {"learning_rate": 0.07, "epsilon": 1e-3},
    "rmsprop": {"learning_rate": 0.07, "decay_rate": 0.85, "epsilon": 1e-3},
    "adadelta": {"learning_rate": 1.0, "decay_rate": 0.85, "epsilon": 1e-3},
    "adam": {"learning_rate": 0.07, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3},
}
ACTIVATIONS = {
    "sigmoid": {},
    "tanh": {},
    "relu": {},
    "leaky_relu": {"slope": 0.1},
    "elu": {"alpha": 1.3},
    "selu": {},
}
TARGETS = {
    "multilabel_logistic_loss": lambda: recorded("losses/yes"),
    "multilabel_hinge_loss": lambda: 2 * recorded("losses/yes") - 1,
    "l1_loss": lambda: recorded("losses/values"),
    "l2_loss": lambda: recorded("losses/values"),
}


def recorded(name: str) -> np.ndarray:
    return RECORDED[name].copy()


def assert_close(got, name: str) -> None:
    expected = RECORDED[name]
    assert np.shape(got) == expected.shape, name
    np.testing.assert_allclose(got, expected, rtol=1e-10, atol=1e-12, err_msg=name)


@either_side
@pytest.mark.parametrize("rule", OPTIONS)
def test_optimizers_follow_the_same_path_over_50_steps(side, rule):
    step = getattr(SIDES[side].load("optim"), rule)
    w, config, path = recorded("optim/start"), dict(OPTIONS[rule]), []
    for gradient in recorded("optim/gradients"):
        w, config = step(w, gradient, config)
        path.append(np.array(w))
    assert_close(path, f"optim/{rule}")


@either_side
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations(side, name):
    module = SIDES[side].load("activations")
    out, cache = getattr(module, f"{name}_forward")(recorded("activations/x"), **ACTIVATIONS[name])
    assert_close(out, f"activations/{name}/out")
    dx = getattr(module, f"{name}_backward")(recorded("activations/dout"), cache)
    assert_close(dx, f"activations/{name}/dx")


@either_side
@pytest.mark.parametrize(
    ("layer", "backward"),
    [
        ("batchnorm", "batchnorm_backward"),
        ("batchnorm", "batchnorm_backward_alt"),
        ("layernorm", "layernorm_backward"),
    ],
)
def test_normalization(side, layer, backward):
    module = SIDES[side].load("normalization")
    x, dout, gamma, beta = (recorded(f"normalization/{name}") for name in ("x", "dout", "gamma", "beta"))
    out, cache = getattr(module, f"{layer}_forward")(x, gamma, beta, {"mode": "train", "eps": 1e-3})
    assert_close(out, f"normalization/{layer}/out")
    for name, gradient in zip(("dx", "dgamma", "dbeta"), getattr(module, backward)(dout, cache), strict=True):
        assert_close(gradient, f"normalization/{layer}/{name}")


@either_side
def test_batch_normalization_at_test_time(side):
    module = SIDES[side].load("normalization")
    x, gamma, beta = (recorded(f"normalization/{name}") for name in ("x", "gamma", "beta"))
    running = {name: recorded(f"normalization/{name}") for name in ("running_mean", "running_var")}
    out, _ = module.batchnorm_forward(x, gamma, beta, {"mode": "test", "eps": 1e-3, **running})
    assert_close(out, "normalization/batchnorm/test")


@either_side
@pytest.mark.parametrize("name", TARGETS)
def test_losses(side, name):
    loss, dx = getattr(SIDES[side].load("losses"), name)(recorded("losses/x"), TARGETS[name]())
    assert_close(loss, f"losses/{name}/loss")
    assert_close(dx, f"losses/{name}/dx")
