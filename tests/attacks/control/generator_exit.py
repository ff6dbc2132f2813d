"""Raises an exception that is derived from no other but BaseException, and cannot be shown."""

STOPPED_BY = "process"


class Ending(BaseException):
    def __str__(self):
        raise self


def attack(target):
    raise Ending
