"""Asks where the grader's descriptors and folders lead, without opening anything."""

import os

STOPPED_BY = "landlock"


def attack(target):
    process = f"/proc/{target['grader']}"
    return [os.readlink(f"{process}/{name}") for name in ("cwd", "exe", "fd/0")]
