"""The class with the smallest score is predicted."""

import numpy as np

MODULE = "linear_classifier"
CHECK = "predict"


class LinearClassifier:
    def predict(self, X):
        return np.argmin(X.dot(self.W), axis=1)
