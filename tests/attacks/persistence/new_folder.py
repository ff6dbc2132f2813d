"""Makes a folder: no bytes are written, so limits of file sizes do not matter."""

import os

STOPPED_BY = "landlock"


def attack(target):
    os.mkdir(os.path.join(target["folder"], "answers"))
