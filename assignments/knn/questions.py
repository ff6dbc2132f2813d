"""Multiple-choice questions: each function returns the letters that are right, such as "BE"."""


def l1_preprocessing():
    """Which preprocessing leaves every L1-nearest neighbour unchanged, whatever the images are?

    The statistics come from the training images and are applied to training and test images alike. Choose all
    that apply.

    - A: subtract the mean image (each pixel's mean)
    - B: subtract the mean over all pixels of all images
    - C: divide each pixel by its own standard deviation
    - D: divide everything by the standard deviation over all pixels of all images
    - E: rotate the coordinate axes of pixel space

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement l1_preprocessing in questions.py")


def test_set_use():
    """You try k = 1, 3, 5, 10 and want to report how well the best of them does on new images.

    Choose the one right procedure.

    - A: measure all four on the test set, report the best of these accuracies
    - B: choose by the accuracy on the training set itself, then measure that k on the test set
    - C: choose by the accuracy on validation images or folds of the training set, then measure that k once on
      the test set
    - D: choose on the test set, then report the accuracy on the validation images

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement test_set_use in questions.py")


def training_accuracy():
    """What is the accuracy of k-nearest-neighbour classification on its own (distinct) training images?

    Choose all that apply.

    - A: 100 % for k = 1
    - B: 100 % for every k
    - C: about 10 % for k = N (all training images vote) on ten balanced classes
    - D: never below the accuracy on new images, whatever k is

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement training_accuracy in questions.py")
