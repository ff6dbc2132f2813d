"""Fills the disk with files, each as large as it may be."""

STOPPED_BY = "rlimits"


def attack(target):
    number = 0
    while True:
        number += 1
        with open(f"file{number}", "wb") as file:
            try:
                while True:
                    file.write(b"x" * (1 << 20))
            except OSError:
                continue
