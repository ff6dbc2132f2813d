"""The inputs receive a gradient through both pieces, and it adds up: dx has two terms. The second is
missing.
"""

MODULE = "learned_activations"
CHECK = "maxout"


def maxout_backward(dout, cache):
    x, w1, _, first_wins = cache
    dfirst, dsecond = dout * first_wins, dout * ~first_wins
    return dfirst @ w1.T, x.T @ dfirst, dfirst.sum(axis=0), x.T @ dsecond, dsecond.sum(axis=0)
