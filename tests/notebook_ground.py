"""Run notebooks for a grader that is this process: `python notebook_ground.py LAYERS FOLDER`.

A request is a JSON line: the name of an attack, answered by what the notebook showed and what harm was done;
or the cells of a notebook, answered by what each showed.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from attack_files import COMPANIONS, Attack, load_attacks
from attack_target import Target, descendants
from nbformat import NotebookNode

import toolkit.host
from autograder.confinement import kernel
from autograder.confinement.kernel import Kernel
from autograder.confinement.kernel_process import Allowance
from autograder.confinement.levels import LEVELS, Confinement

TOPICS = ["notebooks", "secrets", "network", "privilege", "persistence"]
HOSTILE = Allowance(cell=10, memory=1 << 30, disk=64 << 20, outputs=1 << 20)
SHORT = 1
HONEST = Allowance(memory=1 << 30)
TRY = """
import json
loot = attack(json.loads({known!r}))
if loot not in (None, False, "", [], (), {{}}): print("LOOT", repr(loot)[:300])
"""


class Ground:
    """A grader that runs notebooks, with all that `Target` plants around it."""

    def __init__(self, confinement: Confinement, folder: Path) -> None:
        self.confinement = confinement
        self.scratch = folder / "temporary"
        self.scratch.mkdir()
        self.scratch.chmod(0o777)
        tempfile.tempdir = str(self.scratch)
        self.files = folder / "files"
        self.files.mkdir()
        (self.files / "data.csv").write_text("1,2,3\n")
        self.target = Target(folder, Path(str(toolkit.host.__file__)))
        self.bystanders = [subprocess.Popen(["sleep", "10000"]) for _ in range(2)]
        self.known = self.target.known | dict(
            zip(("zygote", "neighbour"), (process.pid for process in self.bystanders), strict=True)
        )
        self.target.processes = descendants(os.getpid())

    def try_out(self, attack: Attack) -> dict[str, Any]:
        """Run an attack in a notebook, and perhaps an honest notebook after it; return what they did."""
        endless = attack.stopped_by in ("deadline", "codec")
        allowance = dataclasses.replace(HOSTILE, cell=SHORT) if endless else HOSTILE
        with Kernel(self.confinement, None, allowance) as notebook:
            for name, data in COMPANIONS.items():
                notebook.run(f"with open({name!r}, 'wb') as file: n = file.write({data!r})")
            attempt = TRY.format(known=json.dumps(self.known))
            text = shown([*notebook.run(attack.text), *notebook.run(attempt)])
        harm = [line for line in text.splitlines() if line.startswith("LOOT")]
        harm += self.target.leaked(text.encode()) + self.target.harm()
        harm += [f"process {b.pid} was ended" for b in self.bystanders if b.poll() is not None]
        harm += [f"{path} was left" for path in self.scratch.iterdir()]
        if attack.topic == "notebooks" and (answer := self.run(["6 * 7"])) != ["42"]:
            harm.append(f"the next notebook shows {answer}")
        return {"said": text, "harm": harm}

    def run(self, cells: list[str]) -> list[str]:
        """Run a notebook that finds a data file where it runs."""
        with Kernel(self.confinement, self.files, HONEST) as notebook:
            return [shown(notebook.run(cell)) for cell in cells]

    def close(self) -> None:
        for process in self.bystanders:
            process.kill()
            process.wait()
        self.target.close()


def shown(outputs: list[NotebookNode]) -> str:
    """Return the texts and errors of outputs."""
    return "\n".join(
        output.text
        if output.output_type == "stream"
        else f"{output.ename}: {output.evalue}"
        if output.output_type == "error"
        else output.data.get("text/plain", "")
        for output in outputs
    )


def main(layers: str, folder: str) -> None:
    """Serve requests until standard input ends."""
    kernel.GRACE = 0.5
    attacks = load_attacks(TOPICS)
    fields = json.loads(layers)
    ground = Ground(dataclasses.replace(LEVELS[fields.pop("level")], **fields), Path(folder))
    for line in sys.stdin:
        request = json.loads(line)
        answer = ground.try_out(attacks[request]) if isinstance(request, str) else ground.run(request)
        print(json.dumps(answer), flush=True)
    ground.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
