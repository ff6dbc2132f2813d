"""Think of two equal images with different labels, and of which training image is nearest to a training
image.
"""

MODULE = "questions"
CHECK = "training_accuracy_answer"


def training_accuracy():
    return "AB"
