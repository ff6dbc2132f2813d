"""You return the highest score of each example, not the class that has it: `argmax` instead of `max`."""

import numpy as np

MODULE = "neural_net"
CHECK = "predict"


class TwoLayerNet:
    def predict(self, X):
        return np.max(self.loss(X), axis=1)
