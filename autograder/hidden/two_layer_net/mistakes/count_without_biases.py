"""The biases are learned, too: count arrays of every number of axes."""

MODULE = "neural_net"
CHECK = "count_parameters"


def count_parameters(params):
    return sum(array.size for array in params.values() if array.ndim == 2)
