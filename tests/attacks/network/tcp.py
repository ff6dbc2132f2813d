"""Sends what it has learned to another program by TCP."""

import socket

STOPPED_BY = "seccomp"


def attack(target):
    with socket.create_connection(("127.0.0.1", target["tcp"]), timeout=1) as connection:
        connection.sendall(b"loot")
