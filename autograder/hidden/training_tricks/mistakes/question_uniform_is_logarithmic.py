"""That would be so on a logarithmic scale: one of four decades. How long is the interval from 0.1 to 1
beside all of it?
"""

MODULE = "questions"
CHECK = "uniform_learning_rates_answer"


def uniform_learning_rates():
    return "A"
