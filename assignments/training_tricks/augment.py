"""Augmentation: random changes of images that keep their labels, and mixtures that mix the labels, too.

Images are arrays (N, H, W, C), pixels of any number type, whole or real. Every function draws anew for each
image, takes its randomness from `rng`, and returns a new array: what it was given stays as it is.
"""

import numpy as np


def random_flip(X, rng):
    """Mirror each image left to right with the probability 1/2, independently of the others.

    Parameters
    ----------
    X : array (N, H, W, C)
    rng : numpy.random.Generator

    Returns
    -------
    array (N, H, W, C)
        Of the type of `X`.

    References
    ----------
    A. Krizhevsky, I. Sutskever, G. Hinton, "ImageNet Classification with Deep Convolutional Neural Networks"
    (2012).
    """
    raise NotImplementedError("Implement random_flip in augment.py")


def random_crop(X, size, rng, scale=(1, 1)):
    """Cut a square out of each image at a random place, and rescale it to ``size × size`` pixels.

    For each image a magnification s is drawn uniformly from `scale`. The square has sides of ``round(size /
    s)`` pixels; each place where it lies wholly within the image is equally probable. It is rescaled by
    repeating or leaving out pixels: pixel (i, j) of the result is pixel ``(i · side // size, j · side //
    size)`` of the square. With the scale (1, 1) nothing is rescaled.

    Parameters
    ----------
    X : array (N, H, W, C)
    size : int
        Height and width of the result.
    rng : numpy.random.Generator
    scale : pair of floats
        The smallest and the largest magnification.

    Returns
    -------
    array (N, size, size, C)
        Of the type of `X`.

    References
    ----------
    K. Simonyan, A. Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (2015):
    training images rescaled to 256 to 512 pixels, crops of 224.
    """
    raise NotImplementedError("Implement random_crop in augment.py")


def color_jitter(X, strength, rng):
    """Change brightness and contrast of each image by random factors, the brightness channel by channel.

    With the mean m of channel c over the pixels of image n, the pixel x of that channel becomes ``(1 + u) m +
    (1 + v) (x - m)``. Here u is drawn for each image and channel, v for each image, all independently and
    uniformly from ``-strength`` to ``strength``.

    Parameters
    ----------
    X : array (N, H, W, C)
        Pixels from 0 (black), before a mean is subtracted.
    strength : float
        From 0, which changes nothing, to 1.
    rng : numpy.random.Generator

    Returns
    -------
    float array (N, H, W, C)
        Not clipped to the range of pixels.

    References
    ----------
    A. G. Howard, "Some Improvements on Deep Convolutional Neural Network Based Image Classification" (2013).
    """
    raise NotImplementedError("Implement color_jitter in augment.py")


def mixup(X, y, alpha, rng, num_classes=10):
    """Mix each example with a random other one of the minibatch, and the labels in the same proportion.

    With λ drawn from the beta distribution Beta(alpha, alpha) for each example, and partners given by a
    random permutation π, ``X_mixed[i] = λ X[i] + (1 - λ) X[π(i)]``, and ``Y_soft[i]`` is the same mixture of
    the two labels, written as rows that are 1 at the label and 0 elsewhere. (One λ for the whole minibatch,
    as in the paper's own program, is right, too.)

    Parameters
    ----------
    X : array (N, d_1, ..., d_k)
        Rows of numbers, or images.
    y : int array (N,)
        Labels from 0 to C - 1.
    alpha : float
        Above 0. The smaller, the closer is λ to 0 or 1; 1 is the uniform distribution.
    rng : numpy.random.Generator
    num_classes : int
        C.

    Returns
    -------
    X_mixed : float array (N, d_1, ..., d_k)
    Y_soft : float array (N, C)
        Targets: shares of the classes, each row of sum 1. The cross-entropy with them is ``-sum(Y_soft * log
        p)``.

    References
    ----------
    H. Zhang, M. Cisse, Y. Dauphin, D. Lopez-Paz, "mixup: Beyond Empirical Risk Minimization" (2018).
    """
    raise NotImplementedError("Implement mixup in augment.py")


def pca_color_noise(X, sigma, rng):
    """Shift the colour of each image at random, along the directions in which the colours of `X` vary.

    The colours of all pixels of all images, rows of length C, have a covariance matrix with eigenvectors p_k
    and eigenvalues λ_k. Each image draws numbers a_k from the normal distribution with mean 0 and standard
    deviation `sigma`, and all its pixels are shifted by the sum of ``a_k λ_k p_k``.

    Parameters
    ----------
    X : array (N, H, W, C)
        Pixels scaled to a range of about 1 (since the λ_k are squares of what X measures).
    sigma : float
    rng : numpy.random.Generator

    Returns
    -------
    float array (N, H, W, C)

    References
    ----------
    A. Krizhevsky, I. Sutskever, G. Hinton, "ImageNet Classification with Deep Convolutional Neural Networks"
    (2012), with σ = 0.1.
    """
    raise NotImplementedError("Implement pca_color_noise in augment.py")


def ten_crop(X, size):
    """Return ten squares of each image for testing: four corners and the centre, and their mirror images.

    Parameters
    ----------
    X : array (N, H, W, C)
    size : int
        Height and width of each square.

    Returns
    -------
    array (N, 10, size, size, C)
        Of the type of `X`, in the order top left, top right, bottom left, bottom right, centre (whose first
        row is ``(H - size) // 2``, and its first column likewise), then the same squares mirrored left to
        right.

    References
    ----------
    A. Krizhevsky, I. Sutskever, G. Hinton, "ImageNet Classification with Deep Convolutional Neural Networks"
    (2012): the ten predictions are averaged.
    """
    raise NotImplementedError("Implement ten_crop in augment.py")
