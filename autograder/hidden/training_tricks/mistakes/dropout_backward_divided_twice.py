"""You divide by p once more: the mask holds 1 / p already."""

MODULE = "dropout"
CHECK = "dropout_backward"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if dropout_param["mode"] == "test" else dout * mask / dropout_param["p"]
