"""Asks the garbage collector for every object, those that were set aside before the fork included."""

import gc
import re

STOPPED_BY = "zygote"


def attack(target):
    gc.unfreeze()
    held = gc.get_referents(*gc.get_objects())
    texts = (text for text in held + gc.get_referents(*held) if isinstance(text, str))
    return [text for text in texts if re.fullmatch(target["pattern"], text)]
