"""Read an assignment's `checks.py`: its checks, what of it is public, and the packages that it permits."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.checks import Check

HIDDEN_REGION = re.compile(
    r"^[ \t]*### BEGIN HIDDEN TESTS.*?^[ \t]*### END HIDDEN TESTS[^\n]*\n?", re.M | re.S
)


def load_checks(path: Path) -> dict[str, Check]:
    """Return the checks of a `checks.py` by name, in the order of the file.

    Those between `### BEGIN HIDDEN TESTS` and `### END HIDDEN TESTS` are marked as hidden.

    Raises
    ------
    ValueError
        If two functions have one name.
    """
    text = path.read_text(encoding="utf-8")
    names = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{path.name}: more than one function is called {', '.join(twice)}")
    public = _declared(public_part(text), path)
    return {name: replace(c, hidden=name not in public) for name, c in _declared(text, path).items()}


def declared_packages(text: str) -> tuple[str, ...]:
    """Return the packages besides NumPy that graded modules may import: `PACKAGES = ("scipy.special",)`.

    A part of a package that is to be imported is named itself: it is loaded before the process is confined.

    Raises
    ------
    ValueError
        If `PACKAGES` is not a tuple of names.
    """
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PACKAGES":
            names = ast.literal_eval(node.value)
            if not (
                isinstance(names, tuple)
                and all(isinstance(n, str) and n.replace(".", "_").isidentifier() for n in names)
            ):
                raise ValueError(f"PACKAGES = {names!r} is not a tuple of package names")
            return names
    return ()


def public_part(text: str) -> str:
    """Return the text of a `checks.py` without its hidden regions."""
    return HIDDEN_REGION.sub("", text)


def _declared(text: str, path: Path) -> dict[str, Check]:
    namespace: dict[str, Any] = {"__name__": "checks", "__file__": str(path)}
    exec(compile(text, path.name, "exec"), namespace)
    return {value.name: value for value in namespace.values() if isinstance(value, Check)}
