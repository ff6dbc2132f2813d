"""You return the score itself. The neuron's output is the sigmoid of it."""

MODULE = "circuit"
CHECK = "neuron_forward"


def neuron_forward(w, x):
    score = w[:-1] @ x + w[-1]
    return score, (w, x, score)
