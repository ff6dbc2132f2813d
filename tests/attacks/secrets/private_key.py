"""Reads the instructor's SSH key, which opens more than this course."""

from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    places = [Path(target["ssh_key"]), *Path("/root/.ssh").glob("id_*"), *Path("/home").glob("*/.ssh/id_*")]
    return next(place.read_text() for place in places)
