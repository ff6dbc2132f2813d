"""The frozen parameters are missing from the result. An optimizer that goes through all parameters needs a
gradient for each: zeros."""

MODULE = "transfer"
CHECK = "freeze"


def freeze(grads, names):
    return {name: grad for name, grad in grads.items() if name not in names}
