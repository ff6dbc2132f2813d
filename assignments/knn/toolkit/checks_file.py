"""Read an assignment's `checks.py` and `checks_<topic>.py`: checks, what is public, and packages."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.checks import Check
from toolkit.constants import constant
from toolkit.modules import Modules

HIDDEN_REGION = re.compile(
    r"^[ \t]*### BEGIN HIDDEN TESTS.*?^[ \t]*### END HIDDEN TESTS[^\n]*\n?", re.M | re.S
)


def is_checks(name: str) -> bool:
    """Say whether a file of this name holds checks, not answers."""
    return name == "checks.py" or (name.startswith("checks_") and name.endswith(".py"))


def checks_files(path: Path) -> dict[str, str]:
    """Return the text of `checks.py` and of the `checks_<topic>.py` beside it, in the order of its `TOPICS`.

    Raises
    ------
    ValueError
        If `TOPICS` and the files that are there do not agree.
    """
    text = path.read_text(encoding="utf-8")
    topics = [f"checks_{topic}.py" for topic in _names(text, "TOPICS")]
    there = {file.name for file in path.parent.glob("checks_*.py")}
    if wrong := sorted(there.symmetric_difference(topics)):
        state = "is not named by TOPICS" if wrong[0] in there else "is missing, though TOPICS names it"
        raise ValueError(f"{wrong[0]} {state}")
    return {path.name: text} | {name: (path.parent / name).read_text(encoding="utf-8") for name in topics}


def load_checks(path: Path) -> dict[str, Check]:
    """Return the checks of a `checks.py` and its topics by name, in the order of the files.

    Those between `### BEGIN HIDDEN TESTS` and `### END HIDDEN TESTS` are marked as hidden.

    Raises
    ------
    ValueError
        If two functions of a file, or two checks, have one name, or a topic's file is missing.
    """
    texts = checks_files(path)
    for file, text in texts.items():
        names = [node.name for node in ast.parse(text, file).body if isinstance(node, ast.FunctionDef)]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"{file}: more than one function is called {', '.join(twice)}")
    public = _declared({file: public_part(text) for file, text in texts.items()})
    return {name: replace(c, hidden=name not in public) for name, c in _declared(texts).items()}


def declared_packages(text: str) -> tuple[str, ...]:
    """Return the packages besides NumPy that graded modules may import: `PACKAGES = ("scipy.special",)`.

    A part of a package that is to be imported is named itself: it is loaded before the process is confined.

    Raises
    ------
    ValueError
        If `PACKAGES` is not a tuple of names.
    """
    return _names(text, "PACKAGES")


def declared_origins(text: str) -> dict[str, str]:
    """Return where CS231n's public assignments keep a module under another name: `CS231N` in `checks.py`.

    `CS231N = {"dropout": "layers"}` says that what is in our `dropout.py` is in their `layers.py`.

    Raises
    ------
    ValueError
        If it is not a dict of names.
    """
    origins = constant(ast.parse(text, "checks.py"), "CS231N", {})
    if not (isinstance(origins, dict) and all(map(_is_name, [*origins, *origins.values()]))):
        raise ValueError(f"CS231N = {origins!r} is not a dict of names")
    return origins


def public_part(text: str) -> str:
    """Return the text of a `checks.py` without its hidden regions."""
    return HIDDEN_REGION.sub("", text)


def _names(text: str, name: str) -> tuple[str, ...]:
    names = constant(ast.parse(text, "checks.py"), name, ())
    if not (isinstance(names, tuple) and all(map(_is_name, names))):
        raise ValueError(f"{name} = {names!r} is not a tuple of names")
    return names


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value.replace(".", "_").isidentifier()


def _declared(texts: Mapping[str, str]) -> dict[str, Check]:
    modules = Modules(texts)
    checks: dict[str, Check] = {}
    for file in texts:
        name = file.removesuffix(".py")
        for value in vars(modules.load(name)).values():
            if isinstance(value, Check) and value.probe.__module__ == name:
                if value.name in checks:
                    raise ValueError(f"{file}: another file has a check {value.name}, too")
                checks[value.name] = value
    return checks
