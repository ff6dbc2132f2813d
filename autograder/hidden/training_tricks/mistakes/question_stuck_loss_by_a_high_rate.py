"""Too high a rate shows in the loss at once: it jumps, or becomes NaN. Here the predictions do improve."""

MODULE = "questions"
CHECK = "stuck_loss_answer"


def stuck_loss():
    return "B"
