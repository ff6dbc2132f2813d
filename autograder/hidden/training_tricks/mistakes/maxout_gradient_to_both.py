"""You hand the gradient to both pieces. A maximum hands it to the larger one alone."""

MODULE = "learned_activations"
CHECK = "maxout"


def maxout_backward(dout, cache):
    x, w1, w2, _ = cache
    db = dout.sum(axis=0)
    return dout @ (w1 + w2).T, x.T @ dout, db, x.T @ dout, db
