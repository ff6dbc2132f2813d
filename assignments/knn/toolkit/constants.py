"""Read the constants that a Python file declares, without running it."""

from __future__ import annotations

import ast
from typing import Any


def constant(tree: ast.Module, name: str, default: Any = None) -> Any:
    """Return the value that a module assigns to a name at its top level, or the default.

    Raises
    ------
    ValueError
        If the value is computed, not written out.
    """
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                try:
                    return ast.literal_eval(value)
                except ValueError:
                    raise ValueError(f"{name} = {ast.unparse(value)} is not written out") from None
    return default
