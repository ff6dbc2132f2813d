"""`x[x < 0] = 0` changes the array of the caller, who may still need it. `np.maximum(x, 0)` makes a
new one.
"""

MODULE = "activations"
CHECK = "relu_keeps_its_arguments"


def relu_forward(x):
    cache = x.copy()
    x[x < 0] = 0
    return x, cache
