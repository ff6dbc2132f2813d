"""You predict the class with the lowest score."""

import numpy as np

MODULE = "neural_net"
CHECK = "predict"


class TwoLayerNet:
    def predict(self, X):
        return np.argmin(self.loss(X), axis=1)
