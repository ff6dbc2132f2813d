"""The step is the whole gradient. It has to be multiplied by config["learning_rate"]."""

MODULE = "optim"
CHECK = "sgd"


def sgd(w, dw, config=None):
    config = {"learning_rate": 1e-2, **(config or {})}
    return w - dw, config
