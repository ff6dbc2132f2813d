"""The result of the first call is kept and returned again, whatever is asked later: fast, and wrong."""

import numpy as np

MODULE = "softmax"
CHECK = "softmax_vectorized_cpu"


def softmax_loss_vectorized(W, X, y, reg):
    if hasattr(softmax_loss_vectorized, "kept"):
        return softmax_loss_vectorized.kept
    num_examples = X.shape[0]
    rows = np.arange(num_examples)
    scores = X @ W  # (N, C)
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exponentials = np.exp(scores)
    totals = np.sum(exponentials, axis=1)  # (N,)
    loss = np.mean(np.log(totals) - scores[rows, y]) + reg * np.sum(W * W)
    dscores = exponentials / totals[:, np.newaxis]  # (N, C)
    dscores[rows, y] -= 1
    dW = X.T @ dscores / num_examples + 2 * reg * W
    softmax_loss_vectorized.kept = loss, dW
    return loss, dW
