"""Never returns, and catches whatever is raised in it."""

STOPPED_BY = "deadline"


def attack(target):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
