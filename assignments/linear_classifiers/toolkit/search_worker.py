"""A worker process of a search: reads configurations from its input, evaluates them, writes checkpoints.

One line of JSON for each configuration comes in and one goes out: empty text, or why it failed. When the
process that started it is gone, its input ends, and so does the worker.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import math
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.search_checkpoint import ABOUT, Checkpoint, write_checkpoint

MESSAGE_LIMIT = 300


def main() -> None:
    """Answer until the input ends."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as replies:
        os.dup2(2, 1)  # what is printed on the way is no reply
        for line in sys.stdin:
            print(json.dumps(answer(json.loads(line))), file=replies, flush=True)


def answer(task: Mapping[str, Any]) -> str:
    """Evaluate one configuration and write its checkpoint; return why it failed, or nothing."""
    try:
        evaluate = getattr(importlib.import_module(task["module"]), task["function"])
        rng = np.random.default_rng(task["seeds"])
        returned = evaluate(task["config"], rng, **task["options"])
        write_checkpoint(Path(task["folder"]), finished(task["key"], task["config"], returned))
    except Exception as error:
        return f"{type(error).__name__}: {' '.join(str(error).split())}"[:MESSAGE_LIMIT]
    return ""


def finished(key: str, config: dict[str, Any], returned: Any) -> Checkpoint:
    """Return the checkpoint of what the function returned.

    Raises
    ------
    TypeError, ValueError
        If it is not a pair of an accuracy from 0 to 1 (or NaN) and a dict of arrays of numbers.
    """
    if not isinstance(returned, tuple) or len(returned) != 2 or not isinstance(returned[1], Mapping):
        raise TypeError("expected (validation accuracy, dict of arrays to keep) to be returned")
    accuracy, arrays = float(returned[0]), {name: np.asarray(array) for name, array in returned[1].items()}
    for name, array in arrays.items():
        if not isinstance(name, str) or name == ABOUT or array.dtype.kind not in "biuf":
            raise TypeError(
                f"{name} of type {array.dtype} cannot be kept, expected numbers under another name"
            )
    diverged = [f"{name} holds NaN or infinity" for name in arrays if not np.isfinite(arrays[name]).all()]
    if not math.isfinite(accuracy):
        diverged.insert(0, f"validation accuracy {accuracy}")
    if diverged:
        return Checkpoint(key, config, math.nan, f"diverged: {diverged[0]}")
    if not 0 <= accuracy <= 1:
        raise ValueError(f"validation accuracy {accuracy:g}, expected a share from 0 to 1")
    return Checkpoint(key, config, accuracy, "", arrays)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
