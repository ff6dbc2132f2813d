"""Reference: the right letters."""


def zig_zag():
    return "ACD"


def dead_units():
    return "ACD"


def batch_norm_at_test_time():
    return "B"


def dropout_at_test_time():
    return "AC"


def first_step_of_adam():
    return "D"


def stuck_loss():
    return "A"


def uniform_learning_rates():
    return "D"


def few_new_images():
    return "B"
