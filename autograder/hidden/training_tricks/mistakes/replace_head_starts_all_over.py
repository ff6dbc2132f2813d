"""All layers are new, so nothing is transferred. Copy every parameter but those of the last layer."""

import numpy as np

MODULE = "transfer"
CHECK = "replace_head"


def replace_head(params, num_classes, rng):
    last = max(int(name[1:]) for name in params if name[0] == "W")
    replaced = {}
    for name, array in params.items():
        if name.endswith(str(last)):
            array = array[..., :1].repeat(num_classes, axis=-1)
        replaced[name] = 0.01 * rng.normal(size=array.shape) if name[0] == "W" else np.zeros(array.shape)
    return replaced
