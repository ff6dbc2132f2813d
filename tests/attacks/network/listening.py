"""Waits for connections, by which another submission could be told the answers."""

import socket

STOPPED_BY = "seccomp"


def attack(target):
    return socket.create_server(("127.0.0.1", 0)).getsockname()[1]
