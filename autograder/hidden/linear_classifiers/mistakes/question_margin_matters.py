"""Multiply W by 10: what becomes of the scores, and of the margins that are met?"""

MODULE = "questions"
CHECK = "scaled_weights_answer"


def scaled_weights():
    return "ABDE"
