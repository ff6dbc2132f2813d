"""Which number does the backward pass of a ReLU multiply with where its input is negative, and what is
then the update?
"""

MODULE = "questions"
CHECK = "dead_units_answer"


def dead_units():
    return "BCD"
