"""Where a step crosses the kink of a ReLU, the centred difference mixes two slopes and differs from a
gradient that is right. Leave such entries out, as `check_gradient` does, instead of comparing differences
of your own.
"""

import numpy as np

MODULE = "gradient_checking"
CHECK = "check_layer_kinks"


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
        entries = rng.choice(x.size, size=min(num_checks, x.size), replace=False)

        def value(values, name=name, x=x, entries=entries):
            moved = x.copy()
            moved.flat[entries] = values
            return np.sum(dout * forward(*{**inputs, name: moved}.values())[0])

        steps = h * np.eye(len(entries))
        differences = [value(x.flat[entries] + step) - value(x.flat[entries] - step) for step in steps]
        numeric, analytic = np.array(differences) / (2 * h), gradient.flat[entries]
        scale = max(np.abs(numeric).max(), np.abs(analytic).max(), 1e-8)
        errors[name] = float(np.abs(numeric - analytic).max() / scale)
    return errors
