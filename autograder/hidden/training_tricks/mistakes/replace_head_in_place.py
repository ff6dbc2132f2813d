"""The dict that was passed in belongs to the caller, who may still need the old head: copy it."""

import numpy as np

MODULE = "transfer"
CHECK = "replace_head"


def replace_head(params, num_classes, rng):
    last = max(int(name[1:]) for name in params if name[0] == "W")
    params[f"W{last}"] = 0.01 * rng.normal(size=(len(params[f"W{last}"]), num_classes))
    params[f"b{last}"] = np.zeros(num_classes)
    return params
