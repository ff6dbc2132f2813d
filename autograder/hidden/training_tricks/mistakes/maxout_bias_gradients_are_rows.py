"""The gradients of the biases have shape (1, H). A gradient has the shape of what it belongs to, here (H,):
leave out `keepdims`.
"""

MODULE = "learned_activations"
CHECK = "maxout"


def maxout_backward(dout, cache):
    x, w1, w2, first_wins = cache
    dfirst, dsecond = dout * first_wins, dout * ~first_wins
    dx = dfirst @ w1.T + dsecond @ w2.T
    db1, db2 = dfirst.sum(axis=0, keepdims=True), dsecond.sum(axis=0, keepdims=True)
    return dx, x.T @ dfirst, db1, x.T @ dsecond, db2
