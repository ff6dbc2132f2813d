"""The values are right, but Python still runs through the examples (a loop in another function, in a
comprehension or in np.vectorize is a loop). Compute all scores with one matrix product and the gradient
with another.
"""

MODULE = "linear_svm"
CHECK = "svm_vectorized_cpu"


def svm_loss_vectorized(W, X, y, reg):
    from linear_svm import svm_loss_naive

    return svm_loss_naive(W, X, y, reg)
