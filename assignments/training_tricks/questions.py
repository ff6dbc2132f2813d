"""Multiple-choice questions: each function returns the letters that are right, such as "BE"."""


def zig_zag():
    """All inputs of a neuron are positive, as after a sigmoid. What follows for the gradient on its weights?

    Choose all that are right.

    - A: for a single example, all its entries have the same sign
    - B: its entries are 0
    - C: subtracting the mean from the inputs removes the constraint
    - D: summed over a minibatch its entries may differ in sign

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement zig_zag in questions.py")


def dead_units():
    """After a few steps at a high learning rate, a third of the ReLU units give 0 for every training image.

    Choose all that are right.

    - A: no gradient reaches their weights, so they stay as they are
    - B: training longer at the same rate wakes them
    - C: in a new run, a lower learning rate leaves fewer of them
    - D: leaky units would still receive a gradient

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement dead_units in questions.py")


def batch_norm_at_test_time():
    """A network with batch normalization is to classify one single image. By what does the layer normalize?

    Choose the one right answer.

    - A: by mean and variance of the image's own features
    - B: by running averages of the statistics of training minibatches
    - C: by nothing: the layer is left out
    - D: by mean and variance of all test images

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement batch_norm_at_test_time in questions.py")


def dropout_at_test_time():
    """Units are kept with the probability p = 0.8. Where is an output of the layer multiplied, and by what?

    Choose all that are right.

    - A: vanilla dropout: at test time, by 0.8
    - B: vanilla dropout: at test time, by 1.25
    - C: inverted dropout: in training, kept units by 1.25
    - D: inverted dropout: at test time, by 0.8

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement dropout_at_test_time in questions.py")


def first_step_of_adam():
    """The first step of Adam (rate 0.001, β1 = 0.9, β2 = 0.999, bias corrected) meets a gradient of 50.

    How long is the step in this coordinate, about?

    Choose the one right answer.

    - A: 50
    - B: 0.05
    - C: 0.005
    - D: 0.001

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement first_step_of_adam in questions.py")


def stuck_loss():
    """The loss stays at 2.30 for 100 iterations, while the training accuracy rises from 10 % to 20 %.

    What is the likely cause?

    Choose the one right answer.

    - A: the learning rate is too low
    - B: the learning rate is too high
    - C: the network overfits
    - D: the gradient has the wrong sign

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement stuck_loss in questions.py")


def uniform_learning_rates():
    """You draw 100 learning rates uniformly from 0.0001 to 1. About how many of them are above 0.1?

    Choose the one right answer.

    - A: 25
    - B: 50
    - C: 75
    - D: 90

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement uniform_learning_rates in questions.py")


def few_new_images():
    """You have a network for five classes and ten images each of five similar ones. What do you do first?

    Choose the one right answer.

    - A: train all layers from new random weights
    - B: keep the features fixed and train a new last layer
    - C: train all layers at ten times the learning rate
    - D: remove the last two layers and use no training

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement few_new_images in questions.py")
