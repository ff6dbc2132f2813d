"""What the starter code of CS231n's public assignments imports, where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

OF_PYTHON_2 = {"xrange": range}
"""What every module of a package finds defined."""

_ABSENT = '''"""A name to import, as `neural_net.py` does, which draws nothing; using it is an error."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise ImportError(f"{__name__}.{name} is used, and matplotlib is not there when work is graded")
'''
_SOURCES = {
    "past/builtins.py": "",  # it has OF_PYTHON_2, and nothing else is asked of it
    "matplotlib/__init__.py": _ABSENT,
    "matplotlib/pyplot.py": _ABSENT,
}


def absent_sources() -> dict[str, str]:
    """Return the files of such packages that cannot be imported here."""
    return {name: text for name, text in _SOURCES.items() if find_spec(name.partition("/")[0]) is None}
