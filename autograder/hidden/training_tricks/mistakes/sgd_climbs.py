"""You add the gradient. It points uphill, and the loss is to fall: subtract it."""

MODULE = "optim"
CHECK = "sgd"


def sgd(w, dw, config=None):
    config = {"learning_rate": 1e-2, **(config or {})}
    return w + config["learning_rate"] * dw, config
