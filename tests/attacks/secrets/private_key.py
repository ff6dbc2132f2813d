"""Reads the instructor's SSH key, which opens more than this course."""

from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    homes = [key for folder in ("/", "/home") for key in Path(folder).glob("*/.ssh/id_*")]
    return next(place.read_text() for place in (Path(target["ssh_key"]), *homes))
