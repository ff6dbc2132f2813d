"""Checks of the multiple-choice questions."""

from toolkit.checks import check


def valid(letters):
    """Return 1.0 if an answer is a string of allowed letters, else 0.0."""
    return {"only_letters_of_the_list": float(len(letters) > 0 and set(letters) <= set("ABCD"))}


@check("questions", points=0, cell="zig_zag")
def zig_zag_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.zig_zag())


@check("questions", points=0, cell="dead_units")
def dead_units_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.dead_units())


@check("questions", points=0, cell="batch_norm_at_test_time")
def batch_norm_at_test_time_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.batch_norm_at_test_time())


@check("questions", points=0, cell="dropout_at_test_time")
def dropout_at_test_time_format(questions, rng):
    """One or more of the capital letters A to D, nothing between (if it is right, you learn after grading)"""
    return valid(questions.dropout_at_test_time())


@check("questions", points=0, cell="first_step_of_adam")
def first_step_of_adam_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.first_step_of_adam())


@check("questions", points=0, cell="stuck_loss")
def stuck_loss_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.stuck_loss())


@check("questions", points=0, cell="uniform_learning_rates")
def uniform_learning_rates_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.uniform_learning_rates())


@check("questions", points=0, cell="few_new_images", optional=True)
def few_new_images_format(questions, rng):
    """One of the capital letters A to D (if it is right, you learn after grading)"""
    return valid(questions.few_new_images())


### BEGIN HIDDEN TESTS
def in_order(letters):
    """Return an answer's letters once each, in alphabetical order."""
    return {"letters": "".join(sorted(set(letters.upper())))}


@check("questions", points=0.5, cell="zig_zag")
def zig_zag_answer(questions, rng):
    """What positive inputs do to the gradient"""
    return in_order(questions.zig_zag())


@check("questions", points=0.5, cell="dead_units")
def dead_units_answer(questions, rng):
    """Units that give 0 for every image"""
    return in_order(questions.dead_units())


@check("questions", points=0.5, cell="batch_norm_at_test_time")
def batch_norm_at_test_time_answer(questions, rng):
    """Batch normalization of a single image"""
    return in_order(questions.batch_norm_at_test_time())


@check("questions", points=0.5, cell="dropout_at_test_time")
def dropout_at_test_time_answer(questions, rng):
    """Where dropout rescales"""
    return in_order(questions.dropout_at_test_time())


@check("questions", points=0.5, cell="first_step_of_adam")
def first_step_of_adam_answer(questions, rng):
    """The length of Adam's first step"""
    return in_order(questions.first_step_of_adam())


@check("questions", points=0.5, cell="stuck_loss")
def stuck_loss_answer(questions, rng):
    """A loss that does not move"""
    return in_order(questions.stuck_loss())


@check("questions", points=0.5, cell="uniform_learning_rates")
def uniform_learning_rates_answer(questions, rng):
    """Learning rates drawn uniformly"""
    return in_order(questions.uniform_learning_rates())


@check("questions", points=0.5, cell="few_new_images", optional=True)
def few_new_images_answer(questions, rng):
    """Ten images of each new class"""
    return in_order(questions.few_new_images())


### END HIDDEN TESTS
