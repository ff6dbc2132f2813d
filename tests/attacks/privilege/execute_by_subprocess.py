"""Starts a program and reads what it prints."""

import subprocess

STOPPED_BY = "seccomp"


def attack(target):
    return subprocess.run(["/bin/id"], capture_output=True, check=True).stdout.decode()
