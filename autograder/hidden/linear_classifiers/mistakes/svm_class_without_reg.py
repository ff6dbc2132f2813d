"""reg is not handed on: the loss has no penalty."""

MODULE = "linear_classifier"
CHECK = "LinearSVM"


class LinearSVM:
    def loss(self, X, y, reg):
        from linear_svm import svm_loss_vectorized

        return svm_loss_vectorized(self.W, X, y, 0.0)
