"""Returns a dict whose keys all have one hash, so that reading it takes quadratic time."""

STOPPED_BY = "codec"
MODULE = "cross_validation"
CHECK = "cross_validate"


def cross_validate(X, y, k_choices, num_folds):
    return {i * (2**61 - 1): [1.0] for i in range(3)} | {
        float(i * (2**61 - 1) + 1): [1.0] for i in range(60_000)
    }
