"""The pixels are scaled to [0, 1]. Map 0 to -1 and 255 to 1: the interval has the length 2 and its centre
at 0.
"""

MODULE = "preprocessing"
CHECK = "scale_to_unit"


def scale_to_unit(images):
    return images / 255
