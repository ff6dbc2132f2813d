"""Read which modules a Python source imports, without running it."""

from __future__ import annotations

import ast


def imported_names(source: bytes) -> list[str]:
    """Return the full names of the modules that are imported, also in functions; relative ones are left out.

    Raises
    ------
    SyntaxError, ValueError
        If the source cannot be parsed.
    """
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
    return names
