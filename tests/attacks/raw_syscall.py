"""Make a system call by name, past the C library's wrappers and Python's."""

import ctypes
import os
import platform

NUMBERS = {
    # name: (x86_64, aarch64)
    "add_key": (248, 217),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "kexec_load": (246, 104),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "pidfd_open": (434, 434),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "reboot": (169, 142),
    "setns": (308, 268),
    "userfaultfd": (323, 282),
}

libc = ctypes.CDLL(None, use_errno=True)


def syscall(name, *arguments):
    """Return what the kernel answers; raise OSError where it refuses."""
    number = NUMBERS[name][platform.machine() == "aarch64"]
    longs = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = libc.syscall(ctypes.c_long(number), *longs)
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
