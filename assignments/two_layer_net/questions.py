"""Multiple-choice questions: each function returns the letters that are right, such as "BE"."""


def routed_gradients():
    """In a circuit, which gate does what with the gradient that it receives from above?

    Choose all that are right.

    - A: an add gate hands it unchanged to each of its inputs
    - B: a multiply gate hands its larger input the larger gradient
    - C: a max gate hands it to one input only
    - D: a value that is used in two places gets the larger of the two gradients that come back
    - E: a sigmoid gate never makes it larger

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement routed_gradients in questions.py")


def scaled_data():
    """You forget to divide the pixels by 1000: every input of a linear classifier is now 1000 times larger.

    The weights, and the gradient that comes back to the scores, are the same as before. What happens to the
    gradient on the weights, and what keeps the first update as small as it was? Choose the one right answer.

    - A: nothing changes, since the gradient depends on the weights only
    - B: it is 1000 times larger; a 1000 times lower learning rate
    - C: it is 1000 times larger; a 1000 times higher learning rate
    - D: it is 1000 times smaller; a 1000 times higher learning rate

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement scaled_data in questions.py")


def control_overfitting():
    """A net with 20 hidden units overfits: 99 % right on the training data, 70 % on the validation data.

    What do the course notes recommend first? Choose the one right answer.

    - A: take 3 hidden units, so that the net cannot represent the noise
    - B: keep the 20 units and raise the strength of the penalty
    - C: train longer
    - D: add a hidden layer

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement control_overfitting in questions.py")


def epochs_and_iterations():
    """You train on 49,000 images with minibatches of 200 for 2,450 iterations.

    How many epochs is that (how often has each image been seen on average)? Choose the one right answer.

    - A: 5
    - B: 10
    - C: 12.25
    - D: 245

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement epochs_and_iterations in questions.py")


def depth_and_width():
    """What can a network with one hidden layer of ReLU units represent?

    Choose all that are right.

    - A: with enough hidden units it comes as close as you like to any continuous function on a bounded region
    - B: with enough hidden units it is always as good in practice as a deeper one
    - C: without the ReLU between them, its two affine layers are no more than one affine layer
    - D: its decision regions in the plane have borders made of straight pieces

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement depth_and_width in questions.py")
