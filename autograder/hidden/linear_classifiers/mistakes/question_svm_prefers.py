"""Put the scores of Q into the hinge: is a margin of exactly 1 violated?"""

MODULE = "questions"
CHECK = "svm_or_softmax_answer"


def svm_or_softmax():
    return "BCE"
