"""Makes a link to the gradebook where the grader will read files."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.symlink(target["gradebook"], os.path.join(target["folder"], "link"))
