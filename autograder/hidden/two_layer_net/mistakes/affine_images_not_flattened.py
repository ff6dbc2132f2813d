"""A minibatch of images has more than two axes, and no matrix product fits. Flatten every example to a row
first, `x.reshape(len(x), -1)`, and keep x itself for the cache.
"""

MODULE = "layers"
CHECK = "affine_forward"


def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w, b)
