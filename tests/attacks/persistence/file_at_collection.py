"""Writes a file when an object is collected, outside of any call."""

STOPPED_BY = "landlock"


class Late:
    def __init__(self, path):
        self.path = path

    def __del__(self):
        open(self.path, "w").close()


def attack(target):
    late = Late(target["note"])
    del late
