"""Checks of the multiple-choice questions."""

from toolkit.checks import check

MODULE = "questions"


def valid(letters):
    """Return 1.0 if an answer is a string of the letters A to E, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set("ABCDE"))}


@check(MODULE, points=0, cell="relative_errors")
def relative_errors_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.relative_errors())


@check(MODULE, points=0, cell="penalties")
def penalties_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.penalties())


@check(MODULE, points=0, cell="svm_or_softmax")
def svm_or_softmax_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.svm_or_softmax())


@check(MODULE, points=0, cell="scaled_weights")
def scaled_weights_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.scaled_weights())
