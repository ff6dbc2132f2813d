"""The mean is converted to the type of the images, bytes, and differences below 0 wrap around to 255, 254, …
Subtract in floating-point numbers.
"""

MODULE = "preprocessing"
CHECK = "zero_center_bytes"


def zero_center(train, *others):
    mean = train.mean(axis=0).astype(train.dtype)
    return tuple(X - mean for X in (train, *others))
