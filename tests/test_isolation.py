"""Levels of isolation are found by trying, never assumed, and what is missing is noticed."""

import json
import os
import re
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from transports import encoded

from autograder.confinement import finding, seccomp
from autograder.confinement.finding import IsolationError, strongest, weakness
from autograder.confinement.levels import LEVELS, Confinement
from autograder.confinement.remote import Worker
from autograder.confinement.syscalls import AUDIT_ARCH, NUMBERS, number
from autograder.confinement.zygote import Zygote
from toolkit.errors import SubmissionError

HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}
EPERM, ENOSYS = 1, 38


@pytest.fixture
def open_zygote():
    zygotes = []

    def start(confinement, packages=()):
        zygotes.append(Zygote(confinement, packages))
        return zygotes[-1]

    yield start
    for zygote in zygotes:
        zygote.close()


@pytest.mark.parametrize("level", "ABC")
def test_every_level_keeps_its_promise_here(open_zygote, level):
    assert weakness(open_zygote(LEVELS[level]), level) is None


@pytest.mark.parametrize(
    ("level", "missing", "act"),
    [
        ("A", "bubblewrap", "see that a file exists"),
        ("B", "landlock", "read files that everybody may read"),
        ("C", "seccomp", "make a file in a shared folder"),
    ],
)
def test_a_missing_layer_is_noticed(open_zygote, level, missing, act):
    weak = open_zygote(replace(LEVELS[level], **{missing: False}))
    assert weakness(weak, level) == f"a submission could {act}"


def test_a_confinement_is_named_by_the_strongest_level_of_which_nothing_is_missing():
    assert {name: confinement.level for name, confinement in LEVELS.items()} == {n: n for n in "ABCD"}
    assert Confinement(bubblewrap=True, seccomp=True).level == "C"
    assert Confinement(bubblewrap=True, landlock=True).level == "D"


def test_without_bubblewrap_level_b_is_found_and_the_reason_said(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    found = strongest()
    found.zygote.close()
    assert found.level == "B"
    assert "apt-get install bubblewrap" in found.weaknesses[0]


@pytest.mark.skipif(os.getuid() != 0, reason="only root has capabilities to give up")
def test_a_container_without_namespaces_gets_level_b():
    """Docker's default capabilities do not suffice for bubblewrap, and Landlock and seccomp need none."""
    capabilities = "--bounding-set=-all,+setuid,+setgid,+chown,+dac_override,+kill,+setpcap,+sys_chroot"
    command = [
        "setpriv",
        "--inh-caps=-all",
        capabilities,
        sys.executable,
        "-m",
        "autograder",
        "doctor",
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    found = json.loads(done.stdout)["isolation"]
    assert found.startswith("level B:")
    assert "not A: the process that starts workers did not start: bwrap" in found


def test_level_d_is_refused_unless_it_is_accepted(monkeypatch):
    monkeypatch.setattr(finding, "weakness", lambda zygote, level: None if level == "D" else "broken")
    with pytest.raises(IsolationError, match="--accept-reduced-isolation") as caught:
        strongest()
    assert "\n" not in str(caught.value)
    found = strongest(accept_reduced=True)
    assert (found.level, found.weaknesses) == ("D", ("A: broken", "B: broken", "C: broken"))


@pytest.mark.parametrize("level", "AB")
def test_packages_can_be_imported_only_if_the_assignment_declares_them(open_zygote, level):
    source = "def f():\n    import scipy.special\n    return float(scipy.special.expit(0.0))"

    def answer(packages):
        worker = Worker(open_zygote(LEVELS[level], packages), encoded({"m": source}))
        worker.allow(30)
        worker.session.start(1)
        try:
            return worker.session.module("m").f()
        finally:
            worker.close()

    with pytest.raises(SubmissionError, match="scipy"):
        answer(())
    assert answer(("scipy.special",)) == 0.5


def test_a_declared_package_that_is_not_installed_is_one_clear_line():
    with pytest.raises(IsolationError, match="no_such_package is declared"):
        strongest(("no_such_package",))


@pytest.mark.parametrize("machine", AUDIT_ARCH)
def test_system_calls_have_the_numbers_of_the_kernels_headers(machine):
    text = Path(HEADERS[machine]).read_text()
    defined = {name: int(n) for name, n in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    defined |= {"newfstatat": defined.get("newfstatat", defined.get("fstatat", -1))}
    assert {name: number(name, machine) for name in NUMBERS} == {name: defined.get(name) for name in NUMBERS}


def verdict(machine: str, call: int, *arguments: int, architecture: int | None = None) -> int:
    """Run a worker's seccomp program as the kernel would."""
    program = seccomp.program(seccomp.worker_rules(3), machine)
    given = struct.pack(
        "=IIQ6Q", call, architecture or AUDIT_ARCH[machine], 0, *arguments, *[0] * (6 - len(arguments))
    )
    code = list(seccomp.INSTRUCTION.iter_unpack(program))
    position = accumulator = 0
    while True:
        operation, then, otherwise, operand = code[position]
        position += 1
        if operation == seccomp.LOAD:
            (accumulator,) = struct.unpack_from("=I", given, operand)
        elif operation == seccomp.AND:
            accumulator &= operand
        elif operation == seccomp.RETURN:
            return operand
        else:
            holds = accumulator == operand if operation == seccomp.EQUAL else accumulator >= operand
            position += then if holds else otherwise


@pytest.mark.parametrize("machine", AUDIT_ARCH)
def test_the_filter_permits_computing_and_refuses_the_rest(machine):
    refused = seccomp.REFUSE | EPERM
    call = {name: number(name, machine) for name in NUMBERS}
    assert verdict(machine, call["read"]) == verdict(machine, call["mmap"]) == seccomp.ALLOW
    assert verdict(machine, call["openat"], 0, 0, 0o2000000) == seccomp.ALLOW
    for flags in (0o1, 0o2, 0o100, 0o1000, 0o2000):
        assert verdict(machine, call["openat"], 0, 0, flags) == refused
    assert verdict(machine, call["sendto"], 3, 0, 0, 0, 0) == seccomp.ALLOW
    assert verdict(machine, call["sendto"], 4, 0, 0, 0, 0) == refused
    assert verdict(machine, call["sendto"], 3, 0, 0, 0, 1 << 32) == refused
    assert verdict(machine, call["sendto"], 3, 0, 0, 1, 0) == refused
    assert verdict(machine, call["recvfrom"], 3, 0, 0, 1) == refused
    assert verdict(machine, call["futex"], 0, 128) == seccomp.ALLOW
    assert verdict(machine, call["futex"], 0, 1) == refused
    assert verdict(machine, call["prlimit64"], 0, 3, 0) == seccomp.ALLOW
    assert verdict(machine, call["prlimit64"], 0, 3, 1 << 40) == refused
    assert verdict(machine, call["clone"]) == refused
    assert verdict(machine, call["clone3"]) == seccomp.REFUSE | ENOSYS
    assert verdict(machine, 0x40000000) == seccomp.KILL
    assert verdict(machine, call["read"], architecture=0x40000003) == seccomp.KILL
    permitted = {rule.call for rule in seccomp.worker_rules(3)}
    for other in set(range(1, 500)) - {
        n for name, n in call.items() if name in permitted or name == "clone3"
    }:
        assert verdict(machine, other) == refused
