"""Run an attack with no layer around it, to see that it is not stopped by a slip of its own."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from attack_files import FOLDER, Attack
from attack_target import SIGNALS, Target, descendants

from autograder.confinement.confine import die_with_parent

SHORT, LONG = 0.4, 2.0


def attempt(attack: Attack, target: Target) -> dict[str, Any]:
    """Run an attack in a forked child of this process; `harm` of what is returned says what it got."""
    target.litter()
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        _run(attack, target.known, theirs)
    os.close(theirs)
    said = b""
    end = time.monotonic() + (SHORT if attack.stopped_by == "deadline" else LONG)
    while select.select([ours], [], [], max(0, end - time.monotonic()))[0]:
        part = os.read(ours, 1 << 16)
        if not part:
            break
        said += part
    os.close(ours)
    running = time.monotonic() >= end
    if running:
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    harm = target.leaked(said) + target.harm()
    start_stand_ins(target)
    answer = json.JSONDecoder().raw_decode(said.decode())[0] if said else {}
    if running and attack.stopped_by == "deadline":
        harm.append("still running")
    elif not running and not answer:
        harm.append("the process ended")
    return {"said": answer.get("said", ""), "harm": harm + answer.get("harm", [])}


def start_stand_ins(target: Target) -> None:
    """Start what stands for zygote and neighbour where there is no confinement."""
    for name in ("zygote", "neighbour"):
        if name in target.known and Path(f"/proc/{target.known[name]}").exists():
            os.kill(target.known[name], signal.SIGKILL)
            os.waitpid(target.known[name], 0)
        pid = os.fork()
        if pid == 0:
            die_with_parent()
            signal.pause()
        target.known[name] = pid
    target.processes = descendants(os.getpid())


def loot_of(value: Any) -> list[str]:
    """Return a line if an attack's answer is something."""
    nothing = (
        value is None or value is False or (isinstance(value, str | list | tuple | Mapping) and not value)
    )
    return [] if nothing else [f"loot: {value!r}"[:200]]


def _run(attack: Attack, known: dict[str, Any], answer: int) -> NoReturn:
    """Run an attack in this process, a child of the grader, and tell what it returned."""
    try:
        os.setsid()
        os.dup2(os.memfd_create("printed"), 1)
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        sys.path.insert(0, str(FOLDER))
        space: dict[str, Any] = {"__name__": "attack"}
        exec(compile(attack.text, "attack.py", "exec"), space)
        loot = space["attack"](known)
        told = {"said": f"returned {loot!r}", "harm": loot_of(loot)}
    except Exception as error:
        told = {"said": f"{type(error).__name__}: {error}", "harm": []}
    finally:
        with contextlib.suppress(BaseException):
            os.write(answer, json.dumps(told).encode())
        os._exit(0)
