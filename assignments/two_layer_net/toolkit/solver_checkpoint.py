"""Keep the state of a training in one file, without pickle, and read it back exactly."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.atomic import write_atomically

STRUCTURE = "structure"
SHOWN = 60
PLAIN = (type(None), bool, int, float, str)


class CheckpointError(Exception):
    """A checkpoint that cannot be used; the message is one line that names it and says what to do."""


def write_checkpoint(file: Path, signature: Mapping[str, Any], state: Mapping[str, Any]) -> None:
    """Replace a checkpoint in one step: whoever is killed meanwhile leaves the old one or the new one.

    Parameters
    ----------
    file : Path
    signature : mapping
        What the training is made of, in plain values; a checkpoint is only read with the same.
    state : mapping
        Nested dicts, lists and tuples of arrays, numbers, texts and random generators.
    """
    arrays: list[np.ndarray] = []
    text = json.dumps({"signature": signature, "state": _packed(dict(state), arrays)})
    stream = io.BytesIO()
    named = {str(i): array for i, array in enumerate(arrays)}
    np.savez(stream, allow_pickle=False, **{STRUCTURE: np.frombuffer(text.encode(), np.uint8)}, **named)
    write_atomically(file, stream.getvalue())


def read_checkpoint(file: Path, signature: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the state that `write_checkpoint` kept, or None if there is no such file.

    Raises
    ------
    CheckpointError
        If the file is damaged, or of a training with another signature.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            content = json.loads(archive[STRUCTURE].tobytes())
            arrays = [archive[str(i)] for i in range(len(archive.files) - 1)]
        kept, state = content["signature"], _unpacked(content["state"], arrays)
    except Exception as error:  # of zipfile, json, NumPy or a missing entry: it is not what was written
        raise CheckpointError(
            f"{file}: not a readable checkpoint ({type(error).__name__}); delete it to begin again"
        ) from None
    here = json.loads(json.dumps(signature))
    for key in sorted({*kept, *here}):
        if kept.get(key) != here.get(key):
            raise CheckpointError(
                f"{file}: checkpoint of another training ({_compared(key, kept.get(key), here.get(key))}); "
                "delete it or name another file"
            )
    return dict(state)


def model_state(model: Any) -> dict[str, Any]:
    """Return a copy of what training changes in a model.

    These are its `params`, and all other attributes made of arrays, numbers, texts and generators, such as
    the running averages of batch normalization (`bn_params`) or the generator of dropout (`rng`).
    """
    return {name: copy.deepcopy(value) for name, value in vars(model).items() if _is_packable(value)}


def restore_model(model: Any, state: Mapping[str, Any], generators: bool = True) -> None:
    """Give a model back what `model_state` returned; generators stay the same objects and are set back."""
    for name, value in state.items():
        setattr(model, name, _restored(getattr(model, name, None), value, generators))


def _packed(value: Any, arrays: list[np.ndarray]) -> Any:
    """Return a value as JSON has it; arrays and NumPy's numbers are appended to `arrays`."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, np.ndarray | np.generic):
        arrays.append(np.asarray(value))
        return {"array" if isinstance(value, np.ndarray) else "number": len(arrays) - 1}
    if isinstance(value, np.random.Generator):
        return {"generator": _packed(value.bit_generator.state, arrays)}
    if isinstance(value, Mapping):
        return {"dict": [[_packed(k, arrays), _packed(v, arrays)] for k, v in value.items()]}
    return {"tuple" if type(value) is tuple else "list": [_packed(item, arrays) for item in value]}


def _unpacked(value: Any, arrays: list[np.ndarray]) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "array":
        return arrays[content]
    if kind == "number":
        return arrays[content][()]
    if kind == "generator":
        return _generator(_unpacked(content, arrays))
    if kind == "dict":
        return {_unpacked(k, arrays): _unpacked(v, arrays) for k, v in content}
    items = [_unpacked(item, arrays) for item in content]
    return tuple(items) if kind == "tuple" else items


def _generator(state: dict[str, Any]) -> np.random.Generator:
    known = {"PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"}
    bits = getattr(np.random, ({state["bit_generator"]} & known).pop())()
    bits.state = state
    return np.random.Generator(bits)


def _is_packable(value: Any) -> bool:
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biufcSU"
    if isinstance(value, dict):
        return all(_is_packable(item) for pair in value.items() for item in pair)
    if type(value) in (list, tuple):
        return all(map(_is_packable, value))
    return type(value) in PLAIN or isinstance(value, np.random.Generator)


def _restored(old: Any, kept: Any, generators: bool) -> Any:
    if isinstance(old, np.random.Generator) and isinstance(kept, np.random.Generator):
        if generators:
            old.bit_generator.state = kept.bit_generator.state
        return old
    if isinstance(kept, dict):
        before = old if isinstance(old, dict) else {}
        return {key: _restored(before.get(key), value, generators) for key, value in kept.items()}
    if type(kept) in (list, tuple):
        before_items = old if isinstance(old, list | tuple) and len(old) == len(kept) else [None] * len(kept)
        pairs = zip(before_items, kept, strict=True)
        return type(kept)(_restored(before, value, generators) for before, value in pairs)
    return copy.deepcopy(kept)


def _compared(key: str, there: Any, here: Any) -> str:
    if isinstance(there, dict) and isinstance(here, dict):
        name = next(name for name in sorted({*there, *here}) if there.get(name) != here.get(name))
        return _compared(f"{key}[{name!r}]", there.get(name), here.get(name))
    shown = [
        text if len(text) <= SHOWN else f"{text[:SHOWN]} …" for text in (json.dumps(there), json.dumps(here))
    ]
    return f"{key}: {shown[0]} in the file, {shown[1]} here"
