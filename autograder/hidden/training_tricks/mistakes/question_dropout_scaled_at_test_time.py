"""Inverted dropout was invented so that nothing has to be done at test time. Where does the factor go, and
is it above or below 1?
"""

MODULE = "questions"
CHECK = "dropout_at_test_time_answer"


def dropout_at_test_time():
    return "AD"
