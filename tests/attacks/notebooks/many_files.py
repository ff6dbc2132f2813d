"""Uses the disk up with empty files."""

import itertools

STOPPED_BY = "rlimits"


def attack(target):
    for number in itertools.count():
        open(f"file{number}", "w").close()
