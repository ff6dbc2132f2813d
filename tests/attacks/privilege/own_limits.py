"""Changes its own limits; one that is lowered can be raised again by root."""

import resource

STOPPED_BY = "seccomp"


def attack(target):
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    return True
