"""Returns an integer of a million digits, which takes long to print or to convert."""

STOPPED_BY = "codec"
MODULE = "cross_validation"
CHECK = "choose_k_tie"


def choose_k(accuracies):
    return 1 << 3_000_000
