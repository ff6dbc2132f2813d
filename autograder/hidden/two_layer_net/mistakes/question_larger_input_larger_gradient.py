"""Take a multiply gate with inputs 2 and 100 and work out both gradients; then a value that is used in two
places, f = x + x.
"""

MODULE = "questions"
CHECK = "routed_gradients_answer"


def routed_gradients():
    return "ABCE"
