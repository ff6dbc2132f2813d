"""Load a submission's modules from their source text, always afresh and without touching other modules."""

from __future__ import annotations

import functools
import importlib
import importlib.abc
import importlib.util
import linecache
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from pathlib import PurePosixPath
from types import CodeType, ModuleType
from typing import Any

from toolkit.public_course import OF_PYTHON_2, absent_sources


class Modules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The modules of one submission: `files` maps file names (`optim.py`) to source text or bytes.

    Use it as a context manager around every import and call of the submission's code: inside, these
    modules hide others of the same name; outside, `sys.modules` is as it was.

    A name with folders (`cs231n/layers.py`) is that of a module in a package. A package's `__init__.py`
    runs when somebody asks the package for a name that is none of its modules', so that a module which
    fails does not spoil those beside it. Modules in packages find what CS231n's starter code imports.
    """

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._own = frozenset(files)
        inside = [PurePosixPath(name) for name in files if "/" in name]
        packages = {str(folder) for path in inside for folder in path.parents[:-1]}
        if packages:
            files = {**absent_sources(), **files}
            packages |= {name.partition("/")[0] for name in files if "/" in name}
        self._packages = {package.replace("/", "."): f"{package}/__init__.py" for package in packages}
        self._files = {_module(name): name for name in files} | self._packages
        self.sources = {module: files.get(name, b"") for module, name in self._files.items()}
        self._loaded: dict[str, ModuleType] = {}
        self._hidden: dict[str, ModuleType] = {}
        self._depth = 0

    def load(self, name: str) -> ModuleType:
        """Import a module of the submission (once; a later call returns the same module)."""
        with self:
            return importlib.import_module(name)

    def forget(self) -> None:
        """Make the next `load` of every module run its source again."""
        self._loaded.clear()
        if self._depth:
            for name in self.sources:
                sys.modules.pop(name, None)

    def holds(self, filename: str) -> bool:
        """Say whether `filename` (of a traceback's frame) is a file of the submission."""
        return filename in self._own

    def __enter__(self) -> Modules:
        self._depth += 1
        if self._depth == 1:
            self._hidden = {name: sys.modules.pop(name) for name in self.sources if name in sys.modules}
            sys.modules.update(self._loaded)
            sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth == 0:
            sys.meta_path.remove(self)
            self._loaded = {name: sys.modules.pop(name) for name in self.sources if name in sys.modules}
            sys.modules.update(self._hidden)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self.sources:
            return None
        origin, is_package = self._files[fullname], fullname in self._packages
        return importlib.util.spec_from_loader(fullname, self, origin=origin, is_package=is_package)

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        if "." in module.__name__:
            vars(module).update(OF_PYTHON_2)
        if module.__name__ in self._packages:
            vars(module)["__getattr__"] = functools.partial(self._run_for, module)
        else:
            self._run(module)

    def _run_for(self, package: ModuleType, name: str) -> Any:
        """Run a package's `__init__.py`, since it is asked for a name that it may define."""
        if f"{package.__name__}.{name}" in self.sources or (name.startswith("__") and name != "__all__"):
            raise AttributeError(name)
        waiting = vars(package).pop("__getattr__")
        try:
            self._run(package)
        except BaseException:
            vars(package)["__getattr__"] = waiting
            raise
        return getattr(package, name)

    def _run(self, module: ModuleType) -> None:
        filename, source = self._files[module.__name__], self.sources[module.__name__]
        text = source if isinstance(source, str) else importlib.util.decode_source(source)
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        exec(_compiled(text, filename), module.__dict__)


@functools.lru_cache(maxsize=256)
def _compiled(text: str, filename: str) -> CodeType:
    """Compile a source; most of a submission's modules run again, unchanged, for every check."""
    return compile(text, filename, "exec", dont_inherit=True)


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
