"""Returns the number as text, with half of a character that cannot be printed."""

STOPPED_BY = "codec"
MODULE = "cross_validation"
CHECK = "choose_k_tie"


def choose_k(accuracies):
    return f"{min(accuracies)}\ud800"
