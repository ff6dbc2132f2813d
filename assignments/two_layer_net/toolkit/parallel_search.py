"""Search for hyperparameters in parallel processes, resumable at any moment."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from toolkit.progress import progress
from toolkit.search_checkpoint import CheckpointError, read_checkpoint
from toolkit.search_processes import answers
from toolkit.search_result import SearchError, SearchResult, Trial

__all__ = ["SearchError", "SearchResult", "Trial", "parallel_search"]

KEY_LENGTH = 12


def parallel_search(
    evaluate: Callable[..., Any],
    configs: Sequence[Mapping[str, Any]],
    folder: str | Path,
    seed: int = 0,
    jobs: int | None = None,
    options: Mapping[str, Any] | None = None,
) -> SearchResult:
    """Evaluate configurations in worker processes and keep a checkpoint of each in a folder.

    A finished configuration is a file named by its validation accuracy. Interrupt the search, or kill it, and
    call it again: what is finished is read back, the rest is computed, and the result is the same as without
    the interruption. It depends neither on the number of processes nor on the order of the configurations.
    Whatever goes wrong with one of them is said in a line and stands in the result; the others go on.

    Parameters
    ----------
    evaluate : function
        ``evaluate(config, rng, **options)`` trains a model and returns ``(accuracy, arrays)``: its accuracy
        on the validation images (0 to 1, NaN if training diverged) and a dict of the arrays to keep. It must
        be in a module that can be imported, such as one beside the notebook.
    configs : sequence of dict
        Values are numbers, texts, and lists of such.
    folder : str or Path
        Where the checkpoints are; made if missing. Use one folder for each search.
    seed : int
        Each configuration gets a generator of its own, seeded by this number and by the configuration.
    jobs : int, optional
        Number of processes, each with its own copy of the data; as many as processors if not given.
    options : dict, optional
        What is the same for all configurations, such as the number of epochs.

    Returns
    -------
    SearchResult
        `print` it to see the table.

    Raises
    ------
    SearchError
        If `evaluate` or a configuration cannot be sent to another process.

    Notes
    -----
    A checkpoint is read back only if function, configuration, options and seed are the same, and the file of
    the function's module, too. What that module imports is not looked at: after changing it, take another
    folder.
    """
    place = Path(folder).resolve()
    shared = {**_where(evaluate), "options": _plain(options or {}, "options"), "seed": int(seed)}
    tasks = [_task(shared, _plain(config, f"configuration {i}"), place) for i, config in enumerate(configs)]
    place.mkdir(parents=True, exist_ok=True)
    found, refused = _read_back(place, {task["key"] for task in tasks})
    for name, reason in refused:
        print(f"{name} is not used: {reason}", flush=True)
    missing = list({task["key"]: task for task in tasks if task["key"] not in found}.values())
    print(f"{len(tasks)} configurations, of which {len(missing)} are to be computed", flush=True)
    if missing:
        found |= _computed(missing, min(jobs or os.cpu_count() or 1, len(missing)), found)
    return SearchResult(tuple(found[task["key"]] for task in tasks), tuple(refused))


def _computed(
    missing: Sequence[Mapping[str, Any]], jobs: int, found: Mapping[str, Trial]
) -> dict[str, Trial]:
    """Evaluate what is missing, with a bar that shows the best accuracy so far."""
    new: dict[str, Trial] = {}
    bar = progress(range(len(missing)), "search")
    with contextlib.closing(answers(missing, jobs)) as answered:
        for _, (task, reason) in zip(bar, answered, strict=True):
            trial = _written(task) or Trial(
                task["config"], math.nan, reason or "it wrote no checkpoint", None
            )
            new[task["key"]] = trial
            if trial.reason:
                print(f"{trial.config}: {trial.reason}", flush=True)
            best = SearchResult((*found.values(), *new.values()), ()).top(1)
            if best and hasattr(bar, "set_postfix_str"):
                bar.set_postfix_str(f"best {best[0].accuracy:.4f}")
    return new


def _where(evaluate: Callable[..., Any]) -> dict[str, str]:
    """Say where other processes find a function, and what the file there holds.

    Raises
    ------
    SearchError
        If it is not a function of a module's file.
    """
    module, name = getattr(evaluate, "__module__", "__main__"), getattr(evaluate, "__qualname__", "")
    file = getattr(sys.modules.get(module), "__file__", None)
    if module == "__main__" or not name.isidentifier() or not file:
        raise SearchError(
            f"{name or evaluate} is defined in the notebook or inside another function, where other "
            "processes cannot find it: write it into a module beside the notebook (%%writefile my_search.py) "
            "and import it from there"
        )
    return {"module": module, "function": name, "source": _digest(Path(file).read_text(encoding="utf-8"))}


def _plain(values: Mapping[str, Any], what: str) -> dict[str, Any]:
    """Return values as they are after a way through JSON: numbers of NumPy as Python's, tuples as lists.

    Raises
    ------
    SearchError
        If that is impossible.
    """
    try:
        plain = json.loads(json.dumps(values, allow_nan=False, default=lambda value: value.tolist()))
    except (AttributeError, TypeError, ValueError) as error:
        raise SearchError(f"{what}: expected a dict of finite numbers, texts and lists ({error})") from None
    if not isinstance(plain, dict):
        raise SearchError(f"{what}: expected a dict, got {type(values).__name__}")
    return plain


def _task(shared: Mapping[str, Any], config: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return what a worker needs to know of one configuration."""
    own = int(_digest(config), 16)
    key = _digest({**shared, "config": config})
    return {**shared, "config": config, "seeds": [shared["seed"], own], "key": key, "folder": str(folder)}


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:KEY_LENGTH]


def _read_back(folder: Path, keys: Collection[str]) -> tuple[dict[str, Trial], list[tuple[str, str]]]:
    """Return the finished configurations of this search by key, and all other files with the reason."""
    found: dict[str, Trial] = {}
    refused: list[tuple[str, str]] = []
    for file in sorted(folder.glob("*.npz")):
        try:
            kept = read_checkpoint(file)
        except CheckpointError as error:
            refused.append((file.name, str(error)))
            continue
        if kept.key in keys:
            found[kept.key] = Trial(kept.config, kept.accuracy, kept.reason, file)
        else:
            refused.append((file.name, "of another search, or of a function that has changed since"))
    return found, refused


def _written(task: Mapping[str, Any]) -> Trial | None:
    """Return what a worker has written of a configuration, even if it died right afterwards."""
    for file in Path(task["folder"]).glob(f"acc*-{task['key']}.npz"):
        with contextlib.suppress(CheckpointError):
            kept = read_checkpoint(file)
            return Trial(kept.config, kept.accuracy, kept.reason, file)
    return None
