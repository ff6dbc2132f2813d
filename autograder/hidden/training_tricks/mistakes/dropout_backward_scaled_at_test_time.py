"""At test time your gradient is multiplied by p. Forward, nothing was done there, so the gradient passes as
it is.
"""

MODULE = "dropout"
CHECK = "dropout_backward_test_time"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout * (dropout_param["p"] if dropout_param["mode"] == "test" else mask)
