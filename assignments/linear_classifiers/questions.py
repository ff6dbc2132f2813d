"""Multiple-choice questions: each function returns the letters that are right, such as "BE"."""


def relative_errors():
    """You compare analytic and centred numerical gradients in double precision, with h = 1e-5.

    Which conclusions are sound? Choose all that apply.

    - A: softmax loss, largest relative error 3e-9: the gradient is right
    - B: softmax loss, error 5e-2 at every entry: step and rounding explain it, the gradient is right
    - C: SVM loss, error 2e-3 at one entry of 500 and below 1e-8 at all others: a hinge may have its kink
      between x - h and x + h; look at this entry with another x or a smaller h before you doubt the formula
    - D: the smaller h, the better: with h = 1e-15 the error is smallest
    - E: of the 30,730 weights of a CIFAR-10 classifier, centred differences of all take 61,460 evaluations of
      the loss

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement relative_errors in questions.py")


def penalties():
    """Two weight vectors give x = [1, 1, 1, 1] the score 1: u = [1, 0, 0, 0] and v = [1/4, 1/4, 1/4, 1/4].

    Which statements are right? Choose all that apply.

    - A: the L2 penalty, the sum of squares, is smaller for v
    - B: the L1 penalty, the sum of absolute values, is smaller for u
    - C: the L1 penalty is the same for both
    - D: with the L2 penalty a classifier tends to use a little of every pixel rather than much of a few
    - E: the data loss alone prefers v

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement penalties in questions.py")


def svm_or_softmax():
    """Three classes; one example, whose correct class is the first. Classifier P gives it the scores
    [10, -100, -100], classifier Q gives it [10, 9, 9].

    Which statements are right (hinge with margin 1, no penalty)? Choose all that apply.

    - A: the SVM loss is 0 for both
    - B: the SVM loss is smaller for P
    - C: the softmax loss is smaller for P
    - D: the softmax loss is exactly 0 for Q
    - E: the gradient of the softmax loss still pushes the scores of Q apart

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement svm_or_softmax in questions.py")


def scaled_weights():
    """An SVM classifier has loss 0 on the training data, without a penalty. All its weights are doubled.

    Which statements are right? Choose all that apply.

    - A: the SVM loss stays 0
    - B: every margin, the correct score less another one, doubles
    - C: predictions change for some examples
    - D: an L2 penalty on W grows fourfold
    - E: with the margin 10 in place of 1, the best data loss that any W can reach on these data is greater
      than 0

    Returns
    -------
    letters : str
    """
    raise NotImplementedError("Implement scaled_weights in questions.py")
