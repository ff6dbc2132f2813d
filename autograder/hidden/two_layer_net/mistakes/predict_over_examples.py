"""`argmax` over axis 0 finds the best example for each class. It is the best class for
each example: axis 1.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "predict"


class TwoLayerNet:
    def predict(self, X):
        return np.argmax(self.loss(X), axis=0)
