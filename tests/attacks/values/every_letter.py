"""Answers a question with all letters."""

STOPPED_BY = "comparison"
MODULE = "questions"
CHECK = "l1_preprocessing_answer"


def l1_preprocessing():
    return "ABCDE"
