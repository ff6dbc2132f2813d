"""Turn a complete module into the stub a student gets, and refuse regions that would leave a broken one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.markers import (
    SOLUTION,
    Region,
    ReleaseError,
    find_regions,
    gathered,
    replace_regions,
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def stub_module(source: str, filename: str) -> str:
    """Return the module with each solution region replaced by a polite `NotImplementedError`.

    A module without a region is given to students as it is.

    Raises
    ------
    ReleaseError
        If the markers or the syntax are wrong, or a region does not lie within one `def`, after its
        docstring, on whole statements.
    """
    tree = _parse(source, filename)
    regions = find_regions(source, filename, [SOLUTION])
    functions = list(_functions(tree))
    names: dict[Region, str] = {}
    problems: list[str] = []
    for region in regions:
        with gathered(problems):
            names[region] = _function_around(region, tree, functions, filename)
    if problems:
        raise ReleaseError(problems)

    def polite(region: Region) -> list[str]:
        return [f'{region.indent}raise NotImplementedError("Implement {names[region]} in {filename}")']

    stub = replace_regions(source, regions, polite)
    _parse(stub, f"{filename}, without its solutions")
    return stub


def _parse(source: str, filename: str) -> ast.Module:
    try:
        return ast.parse(source, filename)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise ReleaseError([f"{filename}:{line}: not valid Python: {getattr(error, 'msg', error)}"]) from None


def _functions(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """Yield every function below `node` with its qualified name, outer ones first."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef):
            name = prefix + child.name
            if isinstance(child, Function):
                yield name, child
            yield from _functions(child, f"{name}.")
        else:
            yield from _functions(child, prefix)


def _function_around(
    region: Region, tree: ast.Module, functions: list[tuple[str, Function]], filename: str
) -> str:
    """Return the qualified name of the function whose body holds the whole region."""
    where = f"{filename}:{region.begin}: this SOLUTION region"
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    within = [node for node in statements if region.begin < node.lineno < region.end]
    if not within:
        raise ReleaseError([f"{where} holds no statement; mark the lines of the answer"])
    around = [
        (name, function)
        for name, function in functions
        if function.lineno < region.begin and all(_holds(function, node) for node in within)
    ]
    if not around:
        raise ReleaseError([f"{where} is not within one def; mark a part of one function's body"])
    name, function = around[-1]
    if ast.get_docstring(function, clean=False) is not None and function.body[0] in within:
        raise ReleaseError([f"{where} covers the docstring of {name}; begin it after the docstring"])
    if any(_cuts(region, node, within) for node in statements):
        raise ReleaseError([f"{where} cuts a statement in two; mark whole statements"])
    column = min(within, key=lambda node: node.lineno).col_offset
    if column != len(region.indent):
        raise ReleaseError([f"{where} is indented by {len(region.indent)}, its first statement by {column}"])
    return name


def _holds(outer: ast.stmt, node: ast.stmt) -> bool:
    return node is not outer and any(node is inner for inner in ast.walk(outer))


def _cuts(region: Region, node: ast.stmt, within: list[ast.stmt]) -> bool:
    begins, ends = node.lineno, node.end_lineno or node.lineno
    if begins < region.begin < ends:
        return not all(_holds(node, inner) for inner in within)
    return region.begin < begins < region.end < ends
