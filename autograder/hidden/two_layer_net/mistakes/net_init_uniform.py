"""Your weights are drawn evenly from 0 to `std`: none is negative. `rng.normal` (with `np.random`, `randn`,
not `rand`) draws from a Gaussian around 0.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "net_init"


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-4, rng=None):
        rng = np.random.default_rng() if rng is None else rng
        self.params = {
            "W1": std * rng.random((input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": std * rng.random((hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
