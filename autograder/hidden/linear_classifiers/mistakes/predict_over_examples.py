"""The largest score is searched among the examples, not among the classes: scores have the shape (N, C),
so take axis=1.
"""

import numpy as np

MODULE = "linear_classifier"
CHECK = "predict"


class LinearClassifier:
    def predict(self, X):
        return np.argmax(X.dot(self.W), axis=0)
