"""Always the first entries are compared, so a mistake in any other row is never seen. Draw them at random."""

import numpy as np

from toolkit import check_gradient

MODULE = "gradient_checking"
CHECK = "check_layer_some_entries"


def check_layer(forward, backward, inputs, dout, h=1e-5, num_checks=10, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    out, cache = forward(*inputs.values())
    for name, array in {**inputs, "the output": out}.items():
        if array.dtype != np.float64:
            raise ValueError(f"{name} is in {array.dtype}, expected float64: its rounding hides the error")
    if not np.array_equal(out, forward(*inputs.values())[0]):
        raise ValueError("forward gave two outputs for the same inputs: fix the seed of its random numbers")
    gradients = backward(dout, cache)
    if not isinstance(gradients, tuple | list):
        gradients = (gradients,)
    errors = {}
    for (name, x), gradient in zip(inputs.items(), gradients, strict=True):
        if gradient.shape != x.shape:
            raise ValueError(f"the gradient of {name} has shape {gradient.shape}, expected {x.shape}")
        entries = np.arange(min(num_checks, x.size))

        def value(values, name=name, x=x, entries=entries):
            moved = x.copy()
            moved.flat[entries] = values
            return np.sum(dout * forward(*{**inputs, name: moved}.values())[0])

        errors[name] = check_gradient(value, x.flat[entries], gradient.flat[entries], h=h).error
    return errors
