"""Reference: the right letters."""


def l1_preprocessing():
    return "ABD"


def test_set_use():
    return "C"


def training_accuracy():
    return "AC"
