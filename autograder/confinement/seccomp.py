"""Let a process make only the system calls on a list (seccomp with a classic BPF program)."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.confinement.syscalls import AUDIT_ARCH, number

INSTRUCTION = struct.Struct("=HBBI")
LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
X32 = 0x40000000
PR_SET_SECCOMP, FILTER_MODE = 22, 2

FUTEX_PRIVATE = 128
WRITING = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | os.O_APPEND
F_DUPFD_CLOEXEC = 1030


@dataclass(frozen=True)
class Argument:
    """A condition on the lower 32 bits of an argument, or the `high` ones: `argument & mask == value`."""

    position: int
    value: int
    mask: int = 0xFFFFFFFF
    high: bool = False


@dataclass(frozen=True)
class Rule:
    """What becomes of one system call where all conditions hold."""

    call: str
    where: tuple[Argument, ...] = ()
    verdict: int = ALLOW


PLAIN = """
    brk clock_getres clock_gettime clock_nanosleep close exit exit_group fstat getcwd getdents64
    getegid geteuid getgid getgroups getpid getppid getrandom getresgid getresuid getrusage getsid gettid
    gettimeofday getuid lseek madvise membarrier mmap mprotect mremap munmap nanosleep newfstatat poll ppoll
    pread64 read readv restart_syscall rseq rt_sigaction rt_sigprocmask rt_sigreturn
    sched_getaffinity sched_yield set_robust_list sigaltstack statx sysinfo time times uname write writev
""".split()


def worker_rules(channel: int) -> list[Rule]:
    """Return what a worker may do: compute, read files, and talk on the descriptor of its channel."""
    return [
        *map(Rule, PLAIN),
        Rule("futex", (Argument(1, FUTEX_PRIVATE, mask=FUTEX_PRIVATE),)),  # shared ones reach other processes
        Rule("openat", (Argument(2, 0, mask=WRITING),)),
        *(Rule("fcntl", (Argument(1, command),)) for command in (1, 2, 3, F_DUPFD_CLOEXEC)),
        Rule("prlimit64", (Argument(2, 0), Argument(2, 0, high=True))),
        Rule("recvfrom", (Argument(0, channel), Argument(3, 0))),  # no flags: MSG_OOB has had holes
        Rule("sendto", (Argument(0, channel), Argument(3, 0), Argument(4, 0), Argument(4, 0, high=True))),
    ]


def program(rules: Iterable[Rule], machine: str = platform.machine()) -> bytes:
    """Return the BPF program that permits what the rules say and refuses all else with EPERM.

    `clone3` is answered with ENOSYS, so that the C library falls back to `clone`, whose arguments a
    program can see. Calls in another processor's convention (32-bit, x32) kill the process.

    Raises
    ------
    KeyError
        If the processor or a system call is not in the tables.
    """
    code = [_pack(LOAD, ARCHITECTURE), _pack(EQUAL, AUDIT_ARCH[machine], then=1), _pack(RETURN, KILL)]
    code += [_pack(LOAD, NUMBER), _pack(AT_LEAST, X32, otherwise=1), _pack(RETURN, KILL)]
    for rule in rules:
        called = number(rule.call, machine)
        if called is not None:
            code += _block(called, rule.where, rule.verdict)
    code += _block(number("clone3", machine), (), REFUSE | errno.ENOSYS)
    return b"".join([*code, _pack(RETURN, REFUSE | errno.EPERM)])


def restrict(filter_program: bytes) -> None:
    """Install a program for the calling process for good; it must have set `no_new_privs`.

    Raises
    ------
    OSError
        If the kernel has no seccomp filters.
    """
    buffer = ctypes.create_string_buffer(filter_program, len(filter_program))
    header = struct.pack("HL", len(filter_program) // INSTRUCTION.size, ctypes.addressof(buffer))
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_SECCOMP, FILTER_MODE, header, 0, 0):
        raise OSError(ctypes.get_errno(), "this kernel cannot filter system calls")


def _block(called: int | None, where: tuple[Argument, ...], verdict: int) -> list[bytes]:
    """Return instructions that end with the verdict if call and arguments match, and else go on."""
    tests = [(NUMBER, 0xFFFFFFFF, called or 0)]
    tests += [(ARGUMENTS + 8 * a.position + 4 * a.high, a.mask, a.value) for a in where]
    remaining = 3 * len(tests) + 1
    code = []
    for offset, mask, value in tests:
        remaining -= 3
        code += [_pack(LOAD, offset), _pack(AND, mask), _pack(EQUAL, value, otherwise=remaining)]
    return [*code, _pack(RETURN, verdict)]


def _pack(operation: int, operand: int, then: int = 0, otherwise: int = 0) -> bytes:
    return INSTRUCTION.pack(operation, then, otherwise, operand)
