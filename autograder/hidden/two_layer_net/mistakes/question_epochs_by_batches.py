"""How many iterations does it take to see as many images as there are in the training data?"""

MODULE = "questions"
CHECK = "epochs_and_iterations_answer"


def epochs_and_iterations():
    return "C"
