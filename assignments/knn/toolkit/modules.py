"""Load a submission's modules from their source text, always afresh and without touching other modules."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.util
import linecache
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class Modules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The modules of one submission: `files` maps file names (`optim.py`) to source text or bytes.

    Use it as a context manager around every import and call of the submission's code: inside, these
    modules hide others of the same name; outside, `sys.modules` is as it was.
    """

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.sources = {name.removesuffix(".py"): text for name, text in files.items()}
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
        return filename.removesuffix(".py") in self.sources

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
        return importlib.util.spec_from_loader(fullname, self, origin=f"{fullname}.py")

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        filename = f"{module.__name__}.py"
        source = self.sources[module.__name__]
        text = source if isinstance(source, str) else importlib.util.decode_source(source)
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        exec(compile(text, filename, "exec", dont_inherit=True), module.__dict__)
