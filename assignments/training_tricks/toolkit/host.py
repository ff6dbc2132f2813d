"""Execute requests where the submission's code lives: import, get, set and call, named by handles.

The same host serves a notebook's `check` in its own process and the grader's worker behind a socket. It
trusts nobody and nobody trusts it: whatever it answers is decoded with limits on the other side.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import linecache
import random
import traceback
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from toolkit.codec import REPLY_LIMIT, decode, encode
from toolkit.errors import FRAME_LIMIT, LINE_LIMIT, TEXT_LIMIT, message_of
from toolkit.modules import Modules
from toolkit.nodes import Callback, Handle, Opaque, Seed

PRINT_LIMIT = 10_000
TOKEN_SIZE = 8

Outgoing = tuple[bytes, list[memoryview]]
Incoming = tuple[bytes, bytes | bytearray | memoryview]


class MissingError(Exception):
    """The submission has no such module, function, class or attribute."""


class CallbackError(Exception):
    """A function that the grader passed in could not answer."""


class Host:
    """One submission's modules and the objects that its code has made.

    Parameters
    ----------
    modules : Modules
    call_back : callable
        Carries a call of a trusted-side function there and brings the answer back.
    """

    def __init__(self, modules: Modules, call_back: Callable[[Outgoing], Incoming]) -> None:
        self.modules = modules
        self.call_back = call_back
        self.objects: list[Any] = []
        self.printed = _Bounded(PRINT_LIMIT)

    def execute(self, request: Incoming) -> Outgoing:
        """Carry out one request; whatever the submission's code raises becomes the reply.

        The header of a reply begins with the token that the request's begins with.
        """
        header, body = request
        reply, bodies = self._reply((header[TOKEN_SIZE:], body))
        return header[:TOKEN_SIZE] + reply, bodies

    def _reply(self, request: Incoming) -> Outgoing:
        try:
            with (
                self.modules,
                contextlib.redirect_stdout(self.printed),
                contextlib.redirect_stderr(self.printed),
            ):
                operation, *fields = decode(*request, other=self._incoming)
                return self._encode(("value", *getattr(self, f"do_{operation}")(*fields)))
        except MissingError as error:
            return encode(("missing", str(error)[:TEXT_LIMIT]))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            name = type(error).__name__[:LINE_LIMIT]
            return encode(("raised", name, message_of(error), self._frames(error)))

    def do_start(self, seed: int) -> tuple[Any, ...]:
        """Forget all objects and modules, reseed the global generators, and let NumPy warn of nothing."""
        self.objects.clear()
        self.modules.forget()
        self.printed.clear()
        np.seterr(all="ignore")
        random.seed(seed)
        np.random.seed(seed % 2**32)
        return (None,)

    def do_import(self, name: str) -> tuple[Any, ...]:
        if name not in self.modules.sources:
            raise MissingError(f"{name}.py is missing: hand it in beside your notebook")
        return (self.modules.load(name),)

    def do_get(self, target: Any, name: str) -> tuple[Any, ...]:
        if not hasattr(target, name):
            raise MissingError(f"{_describe(target)} has no {name}: it is missing or has another name")
        return (getattr(target, name),)

    def do_set(self, target: Any, name: str, value: Any) -> tuple[Any, ...]:
        setattr(target, name, value)
        return (None,)

    def do_call(
        self, target: Any, arguments: tuple[Any, ...], keywords: dict[str, Any], back: bool
    ) -> tuple[Any, ...]:
        """Call `target`; with `back`, also return the positional arguments as they are afterwards."""
        if "rng" in keywords and not _accepts(target, "rng"):
            del keywords["rng"]
        result = target(*arguments, **keywords)
        return (result, arguments) if back else (result,)

    def do_printed(self) -> tuple[Any, ...]:
        """Return what the submission's code has printed (bounded), and forget it."""
        text = self.printed.getvalue()
        self.printed.clear()
        return (text,)

    def _incoming(self, value: Any) -> Any:
        match value:
            case Handle(number):
                return self.objects[number]
            case Seed(number):
                return np.random.default_rng(number)
            case Callback(number):
                return self._function(number)
        return value

    def _function(self, number: int) -> Callable[..., Any]:
        def function(*arguments: Any, **keywords: Any) -> Any:
            answer = self.call_back(self._encode((number, arguments, keywords)))
            status, value = decode(*answer, other=self._incoming)
            if status != "value":
                raise CallbackError(value)
            return value

        return _Method(function)

    def _encode(self, value: Any) -> Outgoing:
        return encode(value, self._outgoing, REPLY_LIMIT)

    def _outgoing(self, value: Any) -> Any:
        for kind in (dict, tuple, list):
            if isinstance(value, kind):
                return kind(value)
        if isinstance(value, np.ndarray) or not (callable(value) or self._is_own(value)):
            return Opaque(type(value).__name__)
        self.objects.append(value)
        return Handle(len(self.objects) - 1, _kind(value))

    def _is_own(self, value: Any) -> bool:
        return isinstance(value, types.ModuleType) or type(value).__module__ in self.modules.sources

    def _frames(self, error: BaseException) -> list[tuple[str, int, str, str]]:
        """Return (file, line, function, text) of the submission's own frames, outermost first."""
        if isinstance(error, SyntaxError) and self.modules.holds(str(error.filename)):
            code = str(error.text or "").strip()[:LINE_LIMIT]
            return [(str(error.filename), error.lineno or 0, "<module>", code)]
        own = []
        for frame in traceback.extract_tb(error.__traceback__):
            if self.modules.holds(frame.filename):
                code = linecache.getline(frame.filename, frame.lineno or 0).strip()[:LINE_LIMIT]
                own.append((frame.filename, frame.lineno or 0, frame.name[:LINE_LIMIT], code))
        return own[-FRAME_LIMIT:]


class _Method:
    """A callback: called through a class on which it was set it receives `self`, like any function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self.function(*arguments, **keywords)

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else types.MethodType(self.function, instance)


class _Bounded(io.StringIO):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, text: str) -> int:
        super().write(text[: max(0, self.limit - self.tell())])
        return len(text)

    def clear(self) -> None:
        self.seek(0)
        self.truncate()


def _accepts(function: Any, name: str) -> bool:
    try:
        parameters = inspect.signature(function).parameters
    except (TypeError, ValueError):
        return True
    return name in parameters or any(p.kind is p.VAR_KEYWORD for p in parameters.values())


def _describe(target: Any) -> str:
    if isinstance(target, types.ModuleType):
        return f"{target.__name__.replace('.', '/')}.py"
    return f"{(target if inspect.isclass(target) else type(target)).__name__}"


def _kind(value: Any) -> str:
    for kind, test in (
        ("module", inspect.ismodule),
        ("class", inspect.isclass),
        ("function", inspect.isroutine),
    ):
        if test(value):
            return kind
    return type(value).__name__
