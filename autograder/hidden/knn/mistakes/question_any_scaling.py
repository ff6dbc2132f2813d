"""Test each statement with two training images of two pixels and one test image: can the nearer of the two
change?
"""

MODULE = "questions"
CHECK = "l1_preprocessing_answer"


def l1_preprocessing():
    return "ABCD"
