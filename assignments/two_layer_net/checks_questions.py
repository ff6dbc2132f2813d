"""Checks of the multiple-choice questions."""

from toolkit.checks import check


def valid(letters, allowed):
    """Return 1.0 if an answer is a string of allowed letters, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set(allowed))}


@check("questions", points=0, cell="routed_gradients")
def routed_gradients_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.routed_gradients(), "ABCDE")


@check("questions", points=0, cell="scaled_data")
def scaled_data_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.scaled_data(), "ABCD")


@check("questions", points=0, cell="control_overfitting")
def control_overfitting_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.control_overfitting(), "ABCD")


@check("questions", points=0, cell="epochs_and_iterations")
def epochs_and_iterations_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.epochs_and_iterations(), "ABCD")


@check("questions", points=0, cell="depth_and_width")
def depth_and_width_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.depth_and_width(), "ABCD")
