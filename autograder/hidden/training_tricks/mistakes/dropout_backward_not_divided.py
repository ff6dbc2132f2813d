"""The gradient passes where entries were kept, but is not divided by p. Forward multiplied by 1 / p, so
backward does, too.
"""

MODULE = "dropout"
CHECK = "dropout_backward"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if dropout_param["mode"] == "test" else dout * (mask > 0)
