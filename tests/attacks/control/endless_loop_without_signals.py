"""Never returns, and blocks every signal that can be blocked."""

import signal

STOPPED_BY = "deadline"


def attack(target):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        pass
