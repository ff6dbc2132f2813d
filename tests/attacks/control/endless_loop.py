"""Never returns."""

STOPPED_BY = "deadline"


def attack(target):
    while True:
        pass
