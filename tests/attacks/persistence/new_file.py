"""Leaves a file where everybody may write, for its next run to find."""

from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    Path(target["folder"], "answers.txt").write_text("from the last run")
