"""That a function can be represented does not mean that training on a limited number of examples finds it."""

MODULE = "questions"
CHECK = "depth_and_width_answer"


def depth_and_width():
    return "ABCD"
