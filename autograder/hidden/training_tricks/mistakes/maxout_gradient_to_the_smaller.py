"""The gradient goes to the wrong piece: to the smaller one."""

MODULE = "learned_activations"
CHECK = "maxout"


def maxout_backward(dout, cache):
    x, w1, w2, first_wins = cache
    dfirst, dsecond = dout * ~first_wins, dout * first_wins
    dx = dfirst @ w1.T + dsecond @ w2.T
    return dx, x.T @ dfirst, dfirst.sum(axis=0), x.T @ dsecond, dsecond.sum(axis=0)
