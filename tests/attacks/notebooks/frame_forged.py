"""Sends outputs of kinds that notebooks do not have, to break whoever handles them later."""

import json
import os

STOPPED_BY = "codec"


def attack(target):
    for message in (
        {"type": "bundle", "data": {"text/plain": {"__class__": 1}}, "count": "1"},
        {"type": "failure", "ename": None, "evalue": [], "traceback": {}},
        {"type": "done", "late": "no"},
    ):
        text = json.dumps(message).encode()
        os.write(3, len(text).to_bytes(4, "little") + text)
