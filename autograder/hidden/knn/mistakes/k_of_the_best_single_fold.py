"""You chose the k with the best accuracy on any single fold. One lucky fold says little; compare the means
over all folds.
"""

MODULE = "cross_validation"
CHECK = "choose_k"


def choose_k(accuracies):
    return max(sorted(accuracies), key=lambda k: max(accuracies[k]))
