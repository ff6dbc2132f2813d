"""Asks the kernel for its network interfaces and routes."""

import socket

STOPPED_BY = "seccomp"


def attack(target):
    return [name for _, name in socket.if_nameindex()]
