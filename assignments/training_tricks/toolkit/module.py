"""The facade of a submission's module that a probe sees: the same for a laptop and for a worker process."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from toolkit.codec import CodecError, encode
from toolkit.errors import TEXT_LIMIT, GraderError, LostError, SubmissionError, student_error
from toolkit.host import PRINT_LIMIT, TOKEN_SIZE, Host, Incoming, Outgoing
from toolkit.intake import Intake
from toolkit.modules import Modules
from toolkit.nodes import Callback, Handle, Opaque, Seed
from toolkit.shapes import Shape, mismatch, shape_of

DEPTH_LIMIT = 8
Given = Mapping[str, Mapping[str, Callable[..., Any]]]


@dataclass
class Session:
    """One conversation with a submission: sends requests, answers callbacks, records what came back.

    Parameters
    ----------
    exchange : callable
        Carries a request to the host and brings its reply back.
    clock : callable
        CPU seconds used so far by the process that runs the submission.
    expected : list of Shape, optional
        What the reference returned at each request of the same probe; a reply of another kind or arity,
        or more than 16 times as large, is the submission's failure.
    """

    exchange: Callable[[Outgoing], Incoming]
    clock: Callable[[], float] = time.process_time
    expected: list[Shape] | None = None
    shapes: list[Shape] = field(default_factory=list)
    depth: int = 0
    cause: SubmissionError | None = None
    callbacks: list[Callable[..., Any]] = field(default_factory=list)
    intake: Intake = field(default_factory=Intake)

    def start(self, seed: int, expected: list[Shape] | None = None) -> None:
        """Begin a new check: forget objects and modules, reseed the global generators."""
        self.callbacks.clear()
        self.shapes, self.expected, self.cause = [], expected, None
        self.intake = Intake()
        self.request("start", seed)

    def module(self, name: str) -> Module:
        """Return the facade of a module; it is imported at its first use."""
        return Module(self, name)

    def printed(self) -> str:
        """Return what the submission's code has printed since the last call (bounded)."""
        text = self.request("printed")
        return text[:PRINT_LIMIT] if isinstance(text, str) else ""

    def request(self, *message: Any) -> Any:
        """Send one request and return the value it produced.

        Raises
        ------
        SubmissionError
            If the submission raised, lacks what was asked for, or returned something of another kind.
        """
        token = secrets.token_bytes(TOKEN_SIZE)
        try:
            header, bodies = encode(message, self._outgoing)
        except CodecError as error:
            raise SubmissionError("crashed", f"your code cannot be called: {error}") from None
        try:
            reply = self.intake.value(self.exchange((token + header, bodies)), self._incoming, token)
        except CodecError as error:
            raise LostError("crashed", f"the answer of your code cannot be read: {error}") from None
        back = message[0] == "call" and message[-1]
        match reply:
            case (str(word), value) if word == "value" and not back:
                return self._checked(message, value)
            case (str(word), value, tuple(after)) if (
                word == "value" and back and len(after) == len(message[2])
            ):
                return self._checked(message, value), after
            case (str(word), str(text)) if word == "missing":
                raise SubmissionError("not_implemented", text[:TEXT_LIMIT])
            case (str(word), str(kind), str(text), list(frames)) if word == "raised":
                forwarded = self.cause if kind == "CallbackError" else None
                raise forwarded or student_error(kind, text, frames)
        raise LostError("crashed", "the answer of your code cannot be read: it is not a reply")

    def answer(self, call: Incoming) -> Outgoing:
        """Call one of the probe's own functions on behalf of the submission."""
        self.depth += 1
        try:
            if self.depth > DEPTH_LIMIT:
                raise SubmissionError("crashed", f"functions call each other more than {DEPTH_LIMIT} deep")
            match self.intake.value(call, self._incoming):
                case (int(number), tuple(arguments), Mapping() as keywords) if number >= 0:
                    value = self.callbacks[number](*arguments, **keywords)
                    return encode(("value", value), self._outgoing)
            raise CodecError("this is not a call")
        except (LostError, GraderError):
            raise
        except Exception as error:
            self.cause = error if isinstance(error, SubmissionError) else None
            return encode(("failed", f"{type(error).__name__}: {error}"[:TEXT_LIMIT]))
        finally:
            self.depth -= 1

    def _checked(self, message: tuple[Any, ...], value: Any) -> Any:
        if message[0] in ("get", "call"):
            shape = shape_of(_name(message), value)
            position = len(self.shapes)
            self.shapes.append(shape)
            if self.expected is not None and position < len(self.expected):
                problem = mismatch(shape, self.expected[position])
                if problem:
                    raise SubmissionError("failed", problem)
        return value

    def _incoming(self, value: Any) -> Any:
        return Remote(self, value) if isinstance(value, Handle) else value

    def _outgoing(self, value: Any) -> Any:
        if isinstance(value, Module):
            return value._remote()
        if isinstance(value, Remote):
            return value._handle if value._session is self else Opaque(value._handle.kind)
        if isinstance(value, np.random.Generator):
            return Seed(int(value.integers(2**63)))
        if callable(value):
            self.callbacks.append(value)
            return Callback(len(self.callbacks) - 1)
        return Opaque(type(value).__name__)


class Remote:
    """An object that stays with the submission: `x.name` fetches, `x.name = v` sets, `x(…)` calls."""

    __slots__ = ("_handle", "_label", "_session")

    def __init__(self, session: Session, handle: Handle, label: str = "") -> None:
        object.__setattr__(self, "_session", session)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_label", label or handle.kind)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = self._session.request("get", self, name)
        return Remote(self._session, value._handle, name) if isinstance(value, Remote) else value

    def __setattr__(self, name: str, value: Any) -> None:
        self._session.request("set", self, name, value)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self._session.request("call", self, arguments, keywords, False)

    def with_args(self, *arguments: Any, **keywords: Any) -> tuple[Any, tuple[Any, ...]]:
        """Call and return `(result, arguments)`: the positional arguments as they are after the call."""
        result: tuple[Any, tuple[Any, ...]] = self._session.request("call", self, arguments, keywords, True)
        return result

    def __repr__(self) -> str:
        return f"<{self._label} of the submission>"


class Module:
    """A module of the submission, imported at its first use."""

    __slots__ = ("_imported", "_name", "_session")

    def __init__(self, session: Session, name: str) -> None:
        object.__setattr__(self, "_session", session)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_imported", None)

    def _remote(self) -> Handle:
        if self._imported is None:
            imported = self._session.request("import", self._name)
            if not isinstance(imported, Remote):
                raise SubmissionError("crashed", f"{self._name}.py gave no module when it was imported")
            object.__setattr__(self, "_imported", imported)
        handle: Handle = self._imported._handle
        return handle

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(Remote(self._session, self._remote()), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(Remote(self._session, self._remote()), name, value)


def local_session(files: Mapping[str, str | bytes]) -> Session:
    """Return a session with modules that run in this process (a laptop, the reference, a mistake)."""

    def carry(outgoing: Outgoing, body: type[bytes] | type[bytearray]) -> Incoming:
        header, bodies = outgoing
        return header, body(b"".join(bodies))

    host = Host(Modules(files), lambda call: carry(session.answer(carry(call, bytes)), bytearray))
    session = Session(lambda request: carry(host.execute(carry(request, bytearray)), bytes))
    return session


def _name(message: tuple[Any, ...]) -> str:
    return str(message[2]) if message[0] == "get" else str(message[1]._label)
