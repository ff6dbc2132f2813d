"""Record what PyTorch computes, for tests that run without it (run this file where torch is installed)."""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

FILE = Path(__file__).parent / "recorded" / "torch.npz"
STEPS, SHAPE = 50, (4, 3)
RULES = {
    "sgd": (torch.optim.SGD, {"lr": 0.07}),
    "sgd_momentum": (torch.optim.SGD, {"lr": 0.07, "momentum": 0.8}),
    "nesterov_momentum": (torch.optim.SGD, {"lr": 0.07, "momentum": 0.8, "nesterov": True}),
    "adagrad": (torch.optim.Adagrad, {"lr": 0.07, "eps": 1e-3}),
    "rmsprop": (torch.optim.RMSprop, {"lr": 0.07, "alpha": 0.85, "eps": 1e-3}),
    "adadelta": (torch.optim.Adadelta, {"lr": 1.0, "rho": 0.85, "eps": 1e-3}),
    "adam": (torch.optim.Adam, {"lr": 0.07, "betas": (0.8, 0.95), "eps": 1e-3}),
}
ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": functional.relu,
    "leaky_relu": lambda x: functional.leaky_relu(x, 0.1),
    "elu": lambda x: functional.elu(x, 1.3),
    "selu": functional.selu,
}


def tensor(array):
    return torch.tensor(array, dtype=torch.float64, requires_grad=True)


def optimizers(rng):
    """Yield the weights after each of 50 steps along the same gradients, (50, 4, 3)."""
    start, gradients = rng.normal(size=SHAPE), rng.normal(size=(STEPS, *SHAPE))
    yield "optim/start", start
    yield "optim/gradients", gradients
    for name, (rule, options) in RULES.items():
        w = tensor(start)
        optimizer = rule([w], **options)
        path = []
        for gradient in gradients:
            w.grad = torch.tensor(gradient)
            optimizer.step()
            path.append(w.detach().numpy().copy())
        yield f"optim/{name}", np.array(path)


def activations(rng):
    """Yield outputs and input gradients."""
    x, dout = 3 * rng.normal(size=(6, 5)), rng.normal(size=(6, 5))
    yield "activations/x", x
    yield "activations/dout", dout
    for name, function in ACTIVATIONS.items():
        given = tensor(x)
        out = function(given)
        out.backward(torch.tensor(dout))
        yield f"activations/{name}/out", out.detach().numpy()
        yield f"activations/{name}/dx", given.grad.numpy()


def normalizations(rng):
    """Yield outputs and gradients of both layers, and what batch normalization gives at test time."""
    x, dout = rng.normal(2, 0.05, size=(7, 5)), rng.normal(size=(7, 5))
    gamma, beta = rng.normal(size=(2, 5))
    for name, array in (("x", x), ("dout", dout), ("gamma", gamma), ("beta", beta)):
        yield f"normalization/{name}", array
    layers = {
        "batchnorm": lambda x, g, b: functional.batch_norm(x, None, None, g, b, training=True, eps=1e-3),
        "layernorm": lambda x, g, b: functional.layer_norm(x, (5,), g, b, eps=1e-3),
    }
    for name, layer in layers.items():
        tensors = [tensor(array) for array in (x, gamma, beta)]
        out = layer(*tensors)
        out.backward(torch.tensor(dout))
        yield f"normalization/{name}/out", out.detach().numpy()
        for what, of in zip(("dx", "dgamma", "dbeta"), tensors, strict=True):
            yield f"normalization/{name}/{what}", of.grad.numpy()
    mean, var = rng.normal(size=5), rng.uniform(0.5, 2, size=5)
    yield "normalization/running_mean", mean
    yield "normalization/running_var", var
    at_test = functional.batch_norm(*map(torch.tensor, (x, mean, var, gamma, beta)), training=False, eps=1e-3)
    yield "normalization/batchnorm/test", at_test.numpy()


def losses(rng):
    """Yield losses of scores and their gradients: means over examples of sums over classes."""
    x = rng.normal(size=(6, 4))
    yes, values = rng.integers(2, size=(6, 4)).astype(float), rng.normal(size=(6, 4))
    labels = rng.integers(4, size=6)
    for name, array in (("x", x), ("yes", yes), ("values", values), ("labels", labels)):
        yield f"losses/{name}", array
    functions = {
        "softmax_loss": lambda s: functional.cross_entropy(s, torch.tensor(labels)),
        "multilabel_logistic_loss": lambda s: (
            functional.binary_cross_entropy_with_logits(s, torch.tensor(yes), reduction="sum") / len(s)
        ),
        "multilabel_hinge_loss": lambda s: (
            torch.clamp(1 - torch.tensor(2 * yes - 1) * s, min=0).sum() / len(s)
        ),
        "l1_loss": lambda s: functional.l1_loss(s, torch.tensor(values), reduction="sum") / len(s),
        "l2_loss": lambda s: functional.mse_loss(s, torch.tensor(values), reduction="sum") / len(s),
    }
    for name, function in functions.items():
        scores = tensor(x)
        loss = function(scores)
        loss.backward()
        yield f"losses/{name}/loss", loss.detach().numpy()
        yield f"losses/{name}/dx", scores.grad.numpy()


if __name__ == "__main__":
    generator = np.random.default_rng(0)
    parts = (optimizers, activations, normalizations, losses)
    recorded = {name: array for part in parts for name, array in part(generator)}
    np.savez_compressed(FILE, version=np.array(torch.__version__), **recorded)
    print(f"{FILE}: {len(recorded)} arrays of PyTorch {torch.__version__}")
