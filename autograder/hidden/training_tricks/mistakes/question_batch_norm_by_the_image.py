"""A batch of one has a variance of 0. And normalizing over the features of an image is another layer:
which?
"""

MODULE = "questions"
CHECK = "batch_norm_at_test_time_answer"


def batch_norm_at_test_time():
    return "A"
