"""The values are right, but Python still runs through the examples (a loop in another function, in a
comprehension or in np.vectorize is a loop). Compute all scores with one matrix product and the gradient
with another.
"""

MODULE = "softmax"
CHECK = "softmax_vectorized_cpu"


def softmax_loss_vectorized(W, X, y, reg):
    from softmax import softmax_loss_naive

    return softmax_loss_naive(W, X, y, reg)
