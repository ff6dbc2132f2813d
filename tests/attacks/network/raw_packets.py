"""Reads all packets that pass."""

import socket

STOPPED_BY = "seccomp"
NEEDS_ROOT = True


def attack(target):
    return socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)).fileno() > 0
