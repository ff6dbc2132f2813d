"""Sends JSON that is nested very deeply, with a very large number in it."""

import os

STOPPED_BY = "codec"


def attack(target):
    text = b'{"type":"bundle","data":' + b'{"a":' * 100_000 + b"9" * 100_000
    os.write(3, len(text).to_bytes(4, "little") + text)
