"""You returned the largest scores. Return the classes they belong to: np.argmax instead of np.max."""

import numpy as np

MODULE = "linear_classifier"
CHECK = "predict"


class LinearClassifier:
    def predict(self, X):
        return np.max(X.dot(self.W), axis=1)
