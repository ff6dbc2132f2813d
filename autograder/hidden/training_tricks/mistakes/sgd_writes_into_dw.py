"""`dw *= …` changes the gradient of whoever called you. Changing w in place is customary; dw belongs to the
caller.
"""

MODULE = "optim"
CHECK = "sgd_keeps_dw"


def sgd(w, dw, config=None):
    config = {"learning_rate": 1e-2, **(config or {})}
    dw *= config["learning_rate"]
    return w - dw, config
