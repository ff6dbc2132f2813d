"""The network was trained on pixels divided by 255, and is used on pixels from 0 to 255. Divide W1 by 255
and multiply the mean image by 255 before you save them; `fold_batchnorm` has the argument `scale` for it."""

MODULE = "best_model.npz"
CHECK = "best_model"


def spoil(arrays):
    return {**arrays, "W1": 255 * arrays["W1"], "mean_image": arrays["mean_image"] / 255}


def mend(arrays, inputs):
    return {**arrays, "W1": arrays["W1"] / 255, "mean_image": 255 * arrays["mean_image"]}
