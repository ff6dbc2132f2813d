"""Reference: differences on both sides of each entry; where their slopes disagree there is a kink."""

import numpy as np


def check_layer(forward, backward, inputs, dout, h=1e-5, num_checks=10, rng=None):
    rng = rng or np.random.default_rng()
    names, values = list(inputs), [np.array(value) for value in inputs.values()]
    out, cache = forward(*inputs.values())
    twice = forward(*inputs.values())[0]
    if not all(np.asarray(array).dtype == float for array in (out, *inputs.values())):
        raise ValueError("gradients are checked in double precision")
    if np.any(out != twice):
        raise ValueError("forward is not a function of its inputs")
    gradients = backward(dout, cache)
    gradients = [gradients] if len(names) == 1 and isinstance(gradients, np.ndarray) else list(gradients)
    if [np.shape(gradient) for gradient in gradients] != [np.shape(value) for value in values]:
        raise ValueError("a gradient has another shape than its input")

    def loss(place, index, step):
        moved = [value.copy() for value in values]
        moved[place][index] += step
        return float(np.vdot(dout, forward(*moved)[0]))

    middle = float(np.vdot(dout, out))
    errors = {}
    for place, name in enumerate(names):
        indices = rng.permutation(list(np.ndindex(values[place].shape)))[:num_checks]
        pairs = []
        for index in map(tuple, indices):
            right = (loss(place, index, h) - middle) / h
            left = (middle - loss(place, index, -h)) / h
            if abs(right - left) < 1e-3 * max(abs(right), abs(left), 1e-3):
                pairs.append(((right + left) / 2, gradients[place][index]))
        numeric, analytic = np.array(pairs or [(np.nan, np.nan)]).T
        scale = max(np.abs(numeric).max(), np.abs(analytic).max())
        errors[name] = 0.0 if scale < 1e-6 else float(np.abs(numeric - analytic).max() / scale)
    return errors
