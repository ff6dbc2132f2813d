"""Runs a program by the notebook's own shortcut."""

STOPPED_BY = "seccomp"


def attack(target):
    shell = get_ipython()  # noqa: F821
    return shell.getoutput("ls /")
