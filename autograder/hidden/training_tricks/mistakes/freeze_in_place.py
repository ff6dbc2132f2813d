"""The gradients that you were given are set to zero themselves. Return a new dict with new arrays in it."""

MODULE = "transfer"
CHECK = "freeze"


def freeze(grads, names):
    for name in names:
        if name not in grads:
            raise ValueError(name)
        grads[name][...] = 0
    return grads
