"""`len` of an array is the length of its first axis. How many numbers it holds is its `size`."""

MODULE = "neural_net"
CHECK = "count_parameters"


def count_parameters(params):
    return sum(len(array) for array in params.values())
