"""`X -= mean` changes the arrays that were passed in; run twice, or on data somebody else uses, it does harm.
`X - mean` makes new ones.
"""

MODULE = "preprocessing"
CHECK = "zero_center_keeps_its_arguments"


def zero_center(train, *others):
    mean = train.mean(axis=0)
    for X in (train, *others):
        X -= mean
    return (train, *others)
