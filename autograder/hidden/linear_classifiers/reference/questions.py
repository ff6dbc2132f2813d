"""Reference: the right letters."""


def relative_errors():
    return "ACE"


def penalties():
    return "ACD"


def svm_or_softmax():
    return "ACE"


def scaled_weights():
    return "ABD"
