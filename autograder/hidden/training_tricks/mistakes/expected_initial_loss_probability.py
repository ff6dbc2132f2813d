"""1/C is the probability of each class; the loss is minus its logarithm."""

MODULE = "sanity"
CHECK = "expected_initial_loss"


def expected_initial_loss(kind, num_classes, margin=1.0):
    if kind == "softmax":
        return 1 / num_classes
    if kind == "svm":
        return (num_classes - 1) * float(margin)
    if kind == "squared_svm":
        return (num_classes - 1) * float(margin) ** 2
    raise ValueError(f"kind is {kind!r}, expected softmax, svm or squared_svm")
