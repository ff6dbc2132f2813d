"""Reference: the right letters."""


def routed_gradients():
    return "ACE"


def scaled_data():
    return "B"


def control_overfitting():
    return "B"


def epochs_and_iterations():
    return "B"


def depth_and_width():
    return "ACD"
