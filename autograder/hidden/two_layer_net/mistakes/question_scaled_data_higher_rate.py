"""The update is the learning rate times the gradient: if one grows, the other must shrink
for the same step.
"""

MODULE = "questions"
CHECK = "scaled_data_answer"


def scaled_data():
    return "C"
