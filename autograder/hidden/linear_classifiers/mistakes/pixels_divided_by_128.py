"""255 becomes 0.992, since you divided by 128. The half of the range from 0 to 255 is 127.5."""

MODULE = "preprocessing"
CHECK = "scale_to_unit"


def scale_to_unit(images):
    return images / 128 - 1
