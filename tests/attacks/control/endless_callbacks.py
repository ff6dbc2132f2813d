"""Never answers, but keeps the grader busy with calls of its own functions, by numbers it made up."""

import gc

import toolkit.host
from toolkit.codec import Callback

STOPPED_BY = "deadline"
NEEDS_CHANNEL = True


def attack(target):
    (host,) = [o for o in gc.get_objects() if isinstance(o, toolkit.host.Host)]
    function = host._incoming(Callback(0))
    while True:
        try:
            function()
        except Exception:
            continue
