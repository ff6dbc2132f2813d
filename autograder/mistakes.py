"""Known mistakes: small files whose definitions are spliced into the solution's module."""

from __future__ import annotations

import ast
import inspect
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import Assignment, CourseError
from toolkit.constants import constant
from toolkit.trained_model import DATA_NAME, DATA_SHA256

Function = tuple[str, str]
"""A file and the qualified name of a function in it."""


@dataclass(frozen=True)
class Mistake:
    """A known-wrong implementation.

    Attributes
    ----------
    name : str
    hint : str
        Its docstring: what a student reads when it is recognised.
    module, check : str
        The module or model it changes, and the check on which it must lose points.
    changes : str
        The definitions that replace the solution's; of a mistake in a trained model, `spoil(arrays)`, which
        makes it, and `mend(arrays, inputs)`, which undoes it.
    keeps : float, optional
        Set for a convention, an answer that is right in its own way: the share of the points it keeps.
    """

    name: str
    hint: str
    module: str
    check: str
    changes: str
    keeps: float | None = None

    def into(self, source: str) -> str:
        """Return a module's source with the mistake in it."""
        return splice(source, self.changes, self.name)

    def functions(self) -> dict[str, Any]:
        """Return the functions of a mistake in a trained model."""
        namespace: dict[str, Any] = {}
        exec(compile(self.changes, f"{self.name}.py", "exec"), namespace)
        return namespace

    def spoiled(self, model: bytes) -> bytes:
        """Return a trained model's file with the mistake in it."""
        with np.load(io.BytesIO(model), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files if name not in (DATA_NAME, DATA_SHA256)}
            texts = {name: file[name] for name in (DATA_NAME, DATA_SHA256)}
        stream = io.BytesIO()
        np.savez(stream, allow_pickle=False, **self.functions()["spoil"](arrays), **texts)
        return stream.getvalue()

    @cached_property
    def replaces(self) -> frozenset[Function]:
        """The functions and methods that it replaces or adds."""
        return frozenset((self.file, name) for name, _ in functions_of(ast.parse(self.changes).body))

    @property
    def file(self) -> str:
        """Name of the file that it changes."""
        return self.module if self.module.endswith(".npz") else f"{self.module}.py"


def load_mistakes(assignment: Assignment) -> list[Mistake]:
    """Return the mistakes of an assignment, sorted by name.

    Raises
    ------
    CourseError
        If a file lacks its docstring, MODULE or CHECK, or replaces what the solution does not define.
    """
    return [_load(file, assignment) for file in sorted((assignment.hidden / "mistakes").glob("*.py"))]


def with_mistake(solution: Mapping[str, bytes], mistake: Mistake) -> dict[str, bytes]:
    """Return a solution's files with one mistake in them."""
    content = solution[mistake.file]
    if mistake.file == mistake.module:
        return {**solution, mistake.file: mistake.spoiled(content)}
    return {**solution, mistake.file: mistake.into(content.decode()).encode()}


def functions_of(body: Iterable[ast.stmt], prefix: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield functions and methods with their names in the way of `__qualname__`, such as `Class.method`."""
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions_of(node.body, f"{prefix}{node.name}.")


def _load(file: Path, assignment: Assignment) -> Mistake:
    text = file.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
        name, check, keeps = (constant(tree, declared) for declared in ("MODULE", "CHECK", "KEEPS"))
    except SyntaxError as error:
        raise CourseError(f"{file}: line {error.lineno}: {error.msg}") from None
    except ValueError as error:
        raise CourseError(f"{file}: {error}") from None
    hint = ast.get_docstring(tree)
    if not (hint and isinstance(name, str) and isinstance(check, str)):
        raise CourseError(f"{file}: a mistake needs a docstring (the hint), MODULE and CHECK")
    if keeps is not None and not (isinstance(keeps, int | float) and 0 < keeps <= 1):
        raise CourseError(f"{file}: KEEPS = {keeps!r}, expected a share of the points, above 0 and at most 1")
    mistake = Mistake(file.stem, inspect.cleandoc(hint).replace("\n", " "), name, check, text, keeps)
    if name not in assignment.models:
        module = assignment.solution / f"{name}.py"
        if not module.is_file():
            raise CourseError(f"{file}: MODULE names {name!r}, which {assignment.solution} does not have")
        mistake.into(module.read_text(encoding="utf-8"))
    return mistake


def splice(solution: str, changes: str, name: str) -> str:
    """Return the solution's source with the functions and methods of `changes` in place of its own.

    Imports and functions that the solution lacks come first, methods that it lacks last in their class.

    Raises
    ------
    CourseError
        If `changes`, of the mistake `name`, has a class that the solution lacks.
    """
    places, begin = _places(solution)
    lines = solution.splitlines()
    replaced: list[tuple[int, int, list[str]]] = []
    for node in ast.parse(changes).body[1:]:
        if isinstance(node, ast.ClassDef):
            if node.name not in places:
                raise CourseError(f"mistake {name}: the solution has no class {node.name}")
            end = places[node.name][1]
            methods = [method for method in node.body if isinstance(method, ast.FunctionDef)]
            replaced += [
                (*places.get(f"{node.name}.{m.name}", (end, end)), _text(changes, m)) for m in methods
            ]
        elif isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom):
            function = node.name if isinstance(node, ast.FunctionDef) else ""
            replaced.append((*places.get(function, (begin, begin)), _text(changes, node)))
    for start, end, text in sorted(replaced, key=lambda part: part[0], reverse=True):
        lines[start:end] = text
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=64)
def _places(source: str) -> tuple[dict[str, tuple[int, int]], int]:
    """Return the lines (from, to) of functions, classes and methods by name, and where imports may begin."""
    tree = ast.parse(source)
    places = {node.name: _lines(node) for node in tree.body if isinstance(node, ast.ClassDef)}
    places |= {name: _lines(node) for name, node in functions_of(tree.body)}
    future = [n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "__future__"]
    last: ast.stmt = future[-1] if future else tree.body[0]
    return places, _lines(last)[1]


def _lines(node: ast.stmt) -> tuple[int, int]:
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
    return first - 1, node.end_lineno or node.lineno


def _text(source: str, node: ast.stmt) -> list[str]:
    start, end = _lines(node)
    return source.splitlines()[start:end]
