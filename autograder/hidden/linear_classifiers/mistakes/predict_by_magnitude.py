"""The score with the largest magnitude wins, even if it is negative. Compare the scores with their signs."""

import numpy as np

MODULE = "linear_classifier"
CHECK = "predict_ten_classes"


class LinearClassifier:
    def predict(self, X):
        return np.argmax(np.abs(X.dot(self.W)), axis=1)
