"""Multiple-choice questions: whether an answer can be read, and whether it is right."""

from toolkit.checks import check


def valid(letters, allowed):
    """Return 1.0 if an answer is a string of allowed letters, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set(allowed))}


@check("questions", points=0, cell="l1_preprocessing")
def l1_preprocessing_format(questions, rng):
    """One or more of the capital letters A to E, nothing between (if it is right, you learn after grading)"""
    return valid(questions.l1_preprocessing(), "ABCDE")


@check("questions", points=0, cell="test_set_use")
def test_set_use_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.test_set_use(), "ABCD")


@check("questions", points=0, cell="training_accuracy")
def training_accuracy_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.training_accuracy(), "ABCD")
