"""The loss counts the margins that are violated. Sum how much they are violated by, max(0, 1 - y x)."""

MODULE = "losses"
CHECK = "multilabel_hinge_loss"


def multilabel_hinge_loss(x, y):
    margins = 1 - y * x
    return (margins > 0).sum() / len(x), -y * (margins > 0) / len(x)
