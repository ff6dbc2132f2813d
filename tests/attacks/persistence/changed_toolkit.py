"""Opens the toolkit's own source for writing, so that later workers run it changed."""

STOPPED_BY = "landlock"
NEEDS_ROOT = True


def attack(target):
    with open(target["toolkit"], "r+b") as file:
        return file.writable()
