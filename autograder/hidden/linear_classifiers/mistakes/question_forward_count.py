"""How many values of the loss does one centred difference need, and how many weights are there?"""

MODULE = "questions"
CHECK = "relative_errors_answer"


def relative_errors():
    return "AC"
