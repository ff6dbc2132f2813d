"""Run commands as `python -m MODULE` does, each in a fork of this process, which has loaded nbgrader before.

A request is a JSON line: `module`, `arguments`, `folder`, `environment`, and the files `stdout` and `stderr`
that take what the command writes. It is answered by the exit status, negative for the signal that ended it.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import sys
import traceback
from typing import Any, NoReturn

import nbgrader.apps  # noqa: F401

import autograder.cli
import autograder.nbgrader_plugin
import autograder.report  # noqa: F401


def become(request: dict[str, Any]) -> None:
    """Take on the folder, environment, arguments and files of a command."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(request[name], os.O_WRONLY), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.path[0] = request["folder"]
    sys.argv[1:] = request["arguments"]


def be(request: dict[str, Any]) -> NoReturn:
    """Be the command, and end without taking all that was loaded apart, which would take as long again."""
    status: object = 1
    try:
        become(request)
        runpy.run_module(request["module"], run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code or 0
        if isinstance(status, str):
            print(status, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 1)


def main() -> None:
    """Serve requests until standard input ends."""
    gc.freeze()
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if pid == 0:
            be(request)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
