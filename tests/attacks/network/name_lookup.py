"""Hides what it has learned in the name of a host, and looks that up."""

import socket

STOPPED_BY = "landlock"


def attack(target):
    return socket.getaddrinfo("localhost", 80)[0][4][0]
