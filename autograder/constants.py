"""Read the constants that a Python file declares, without running it."""

from __future__ import annotations

import ast
from typing import Any


def constants(tree: ast.Module) -> dict[str, Any]:
    """Return numbers, texts and the like that a module assigns to a name at its top level."""
    found = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                found[name] = value
    return found
