"""Opens shared memory of the grader by its name."""

import os

STOPPED_BY = "landlock"


def attack(target):
    from _posixshmem import shm_open

    memory = shm_open("/" + target["shared_memory"], os.O_RDONLY)
    return os.read(memory, 100).decode()
