"""The worker process: holds one submission, executes its code on request, and nothing else."""

from __future__ import annotations

import os
import socket
from typing import NoReturn

from autograder.confinement.channel import ANSWER, CALLBACK, REPLY, Channel
from autograder.confinement.confine import Walls, confine
from toolkit.codec import decode, encode
from toolkit.host import Host, Incoming, Outgoing
from toolkit.modules import Modules


def work(descriptor: int, around: Walls) -> NoReturn:
    """Confine this process and serve the channel until it closes; the first frame brings the files."""
    channel = Channel(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, confine(descriptor, around)))
    channel.send(REPLY, encode("confined"))
    _, frame = channel.receive()
    files = {name: data.tobytes() for name, data in decode(*frame).items()}

    def call_back(call: Outgoing) -> Incoming:
        channel.send(CALLBACK, call)
        while True:
            kind, frame = channel.receive()
            if kind == ANSWER:
                return frame
            channel.send(REPLY, host.execute(frame))

    host = Host(Modules(files), call_back)
    try:
        while True:
            _, frame = channel.receive()
            channel.send(REPLY, host.execute(frame))
    except (EOFError, OSError):
        os._exit(0)
