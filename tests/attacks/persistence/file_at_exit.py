"""Writes a file when the interpreter ends."""

import atexit
import sys

STOPPED_BY = "landlock"


def attack(target):
    atexit.register(open, target["results"], "w")
    atexit._run_exitfuncs()
    sys.exit()
