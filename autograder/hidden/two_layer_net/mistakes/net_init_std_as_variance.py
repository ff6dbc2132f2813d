"""`std` has become the variance: the weights' deviation is its root. Multiply Gaussian numbers by `std`
itself.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "net_init"


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-4, rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = {
            "W1": np.sqrt(std) * rng.normal(size=(input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.sqrt(std) * rng.normal(size=(hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
