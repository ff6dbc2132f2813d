"""Your biases are random. They begin at zero: the random weights are enough to make the units differ."""

import numpy as np

MODULE = "neural_net"
CHECK = "net_init"


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-4, rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = {
            "W1": std * rng.normal(size=(input_size, hidden_size)),
            "b1": std * rng.normal(size=hidden_size),
            "W2": std * rng.normal(size=(hidden_size, output_size)),
            "b2": std * rng.normal(size=output_size),
        }
