"""Sends one datagram, without a connection."""

import socket

STOPPED_BY = "seccomp"


def attack(target):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"loot", ("127.0.0.1", target["udp"]))
