"""Leaves named shared memory behind: a file in /dev/shm, whose name is message enough."""

import os

STOPPED_BY = "landlock"


def attack(target):
    from _posixshmem import shm_open

    return shm_open(f"/{target['mark']}-left", os.O_CREAT | os.O_RDWR, mode=0o666) > 0
