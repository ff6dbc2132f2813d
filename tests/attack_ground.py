"""Try attacks on a grader that is this process: `python attack_ground.py LAYERS FOLDER` serves requests.

LAYERS is a JSON object: `level`, layers that are other than the level's, and `packages` that submissions may
import; or `{}` for none. A request is a JSON line `[what, attack]` that names a method of `Ground`.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from attack_files import Attack, load_attacks
from attack_target import Target, descendants
from attack_unconfined import SHORT, attempt, loot_of, start_stand_ins

import toolkit.host
from autograder import attempts, grade
from autograder.collecting.collect import Submission
from autograder.confinement.levels import LEVELS, Confinement
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from autograder.course import Course
from autograder.references import read_modules
from autograder.seeds import Seeds
from toolkit.checks import Check, Judge, info
from toolkit.errors import LostError, SubmissionError

ROOT = Path(__file__).parents[1]
SECONDS = 20.0
HONEST = {"m.py": b"import numpy as np\n\ndef f(x):\n    return {'sum': x.sum(), 'root': np.sqrt(x)}\n"}


class Ground:
    """A grader with a zygote, another student's worker, and all that `Target` plants."""

    def __init__(self, confinement: Confinement | None, packages: list[str], target: Target) -> None:
        self.target = target
        self.known = self.target.known
        if confinement is None:
            start_stand_ins(self.target)
            return
        self.target.litter()
        self.zygote = Zygote(confinement, packages)
        self.neighbour = self._worker(HONEST)
        self.expected = self._honest(self.neighbour)
        process = self.zygote._process
        assert process is not None
        self.zygote_process = process
        self.known |= {"zygote": process.pid, "neighbour": self._number(self.neighbour)}
        self.target.processes = descendants(os.getpid())

    def worker(self, attack: Attack) -> dict[str, Any]:
        """Run an attack in a worker; return what it did to us."""
        worker = self._worker(attack.files())
        replies: list[bytes] = []
        exchange = worker.session.exchange

        def recorded(request: Any) -> Any:
            frame = exchange(request)
            replies.append(frame[0] + bytes(frame[1]))
            return frame

        worker.session.exchange = recorded
        worker.allow(SHORT if attack.stopped_by == "deadline" else SECONDS)
        try:
            loot = worker.session.module("attack").attack(self.known)
            said, harm = f"returned {loot!r}"[:200], loot_of(loot)
            replies.append(worker.session.printed().encode())
        except SubmissionError as error:
            kind = "lost" if isinstance(error, LostError) else "raised"
            said, harm = f"{kind}: {error}", []
            replies.append(str((error, error.frames)).encode())
        except Exception as error:
            said, harm = "", [f"the grader failed with {type(error).__name__}: {error}"]
        worker.close()
        return {
            "said": said,
            "harm": harm + self.target.leaked(*replies) + self.target.harm() + self._changes(),
        }

    def nothing(self, attack: Attack) -> dict[str, Any]:
        """Run an attack where no layer stops it; return what it got."""
        return attempt(attack, self.target)

    def grade(self, attack: Attack) -> dict[str, Any]:
        """Grade the solution with an attack in it, and the honest solution after it."""
        _, solution, every = self._grader()
        names = [*attack.checks, attack.bystander]
        hostile = self._graded(attack.into(solution), {name: every[name] for name in names})
        honest = {name: check for name, check in every.items() if name in names and not check.timed}
        harm = self.target.harm() + self._changes()
        if self._graded(solution, honest) != self._expected(honest):
            harm.append("the next, honest submission is graded otherwise")
        harm += self.target.leaked(msgspec.json.encode(hostile))
        return {"checks": hostile, "harm": harm}

    def grade_untimed(self, attack: Attack) -> dict[str, Any]:
        """Grade the solution with an attack in it, by checks that take no notice of CPU time."""
        every = self._grader()[2]
        checks = {
            name: dataclasses.replace(every[name], outputs=_untimed(every[name])) for name in attack.checks
        }
        return {"checks": self._graded(attack.into(self._grader()[1]), checks), "harm": []}

    def _grader(self) -> tuple[grade.Grader, dict[str, bytes], dict[str, Any]]:
        if not hasattr(self, "_knn"):
            grade.RETRIES, attempts.SHORTEST, attempts.PATIENCE = 0, 1.0, 100.0
            assignment = Course(ROOT).assignment("knn")
            grader = grade.Grader(assignment, Seeds(self.target.secret.encode()), self.zygote)
            self._knn = grader, read_modules(assignment.solution), dict(grader.references.checks)
            self._kept: dict[str, Any] = {}
        return self._knn

    def _graded(self, files: dict[str, bytes], checks: Mapping[str, Any]) -> dict[str, Any]:
        grader = self._grader()[0]
        grader.references.checks = dict(checks)
        result = grader.grade(Submission("eve", files, {}, (), None, "digest"))
        return {c.name: msgspec.to_builtins(msgspec.structs.replace(c, seconds=0.0)) for c in result.checks}

    def _expected(self, checks: Mapping[str, Any]) -> dict[str, Any]:
        missing = {name: check for name, check in checks.items() if name not in self._kept}
        if missing:
            self._kept |= self._graded(self._grader()[1], missing)
        return {name: self._kept[name] for name in checks}

    def _worker(self, files: Mapping[str, bytes]) -> Worker:
        worker = Worker(self.zygote, files)
        worker.allow(SECONDS)
        worker.session.start(1)
        return worker

    @staticmethod
    def _honest(worker: Worker) -> tuple[float, bytes]:
        """Return what an honest submission answers."""
        answer = worker.session.module("m").f(np.arange(5.0))
        return float(answer["sum"]), answer["root"].tobytes()

    def _changes(self) -> list[str]:
        """Return what has become of the zygote, of the other worker and of whoever comes next."""
        found = []
        if self.zygote_process is not self.zygote._process or self.zygote_process.poll() is not None:
            found.append("the zygote is gone")
        self.neighbour.allow(SECONDS)
        if self._honest(self.neighbour) != self.expected:
            found.append("another submission answers otherwise")
        following = self._worker(HONEST)
        if self._honest(following) != self.expected:
            found.append("the next submission answers otherwise")
        following.close()
        return found

    @staticmethod
    def _number(worker: Worker) -> int:
        text = Path(f"/proc/self/fdinfo/{worker.pidfd}").read_text()
        return int(re.search(r"^Pid:\s+(\d+)", text, re.M)[1])


def _untimed(check: Check) -> dict[str, Judge]:
    return {name: info() if judge.kind == "faster" else judge for name, judge in check.outputs.items()}


def main(given: str, folder: str) -> None:
    """Serve requests until standard input ends."""
    layers = json.loads(given)
    packages = layers.pop("packages", [])
    confinement = dataclasses.replace(LEVELS[layers.pop("level")], **layers) if layers else None
    attacks = load_attacks()
    target = Target(Path(folder), Path(str(toolkit.host.__file__)))
    try:
        ground = Ground(confinement, packages, target)
        for line in sys.stdin:
            what, name = json.loads(line)
            print(json.dumps(getattr(ground, what)(attacks[name])), flush=True)
    finally:
        target.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
