"""Look at the decision regions of the nets with 3, 6 and 20 hidden units, and at those with 20 units and a
stronger penalty: which are smooth, and which can still be fitted?
"""

MODULE = "questions"
CHECK = "control_overfitting_answer"


def control_overfitting():
    return "A"
