"""Computes one huge number in one step, in which Python neither looks at signals nor lets threads run."""

STOPPED_BY = "deadline"


def attack(target):
    return (10 ** (10**8)) ** 2 % 7 == 1
