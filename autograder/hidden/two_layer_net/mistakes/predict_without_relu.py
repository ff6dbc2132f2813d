"""Your prediction leaves out the ReLU. Use the scores of `self.loss(X)`, so that predicting and training
cannot differ.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "predict"


class TwoLayerNet:
    def predict(self, X):
        return np.argmax(
            (X @ self.params["W1"] + self.params["b1"]) @ self.params["W2"] + self.params["b2"], axis=1
        )
