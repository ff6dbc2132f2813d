"""Leaves a file that IPython, Python or matplotlib read when they start the next time."""

import os
import site
from pathlib import Path

STOPPED_BY = "landlock"


def attack(target):
    home = Path(os.path.expanduser("~"))
    (home / ".ipython" / "profile_default" / "startup").mkdir(parents=True, exist_ok=True)
    (home / ".ipython" / "profile_default" / "startup" / "evil.py").write_text("__builtins__ = None")
    Path(site.__file__).with_name("sitecustomize.py").write_text("raise SystemExit")
    return True
