"""You add the lengths of the axes. An array of shape (D, H) holds D times H numbers."""

MODULE = "neural_net"
CHECK = "count_parameters"


def count_parameters(params):
    return sum(sum(array.shape) for array in params.values())
