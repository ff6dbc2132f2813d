"""Opens the kernel's cryptography, a part of it with a history of holes."""

import errno
import socket

STOPPED_BY = "seccomp"


def attack(target):
    try:
        return socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET).fileno() > 0
    except OSError as error:
        return error.errno == errno.EAFNOSUPPORT  # permitted, but this kernel has none
