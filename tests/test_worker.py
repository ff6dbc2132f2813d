"""What a submission can do in its worker: fail itself, and nothing else."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from transports import encoded

from autograder.confinement import confine, zygote
from autograder.confinement.levels import LEVELS
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from toolkit.errors import GraderError, LostError, SubmissionError

LOOK = """
    import os
    import sys

    def opened(number):
        try:
            return bool(os.fstat(number))
        except OSError:
            return False

    def descriptors():
        return [n for n in range(1000) if opened(n)]

    def standard():
        return [os.fstat(n).st_rdev == os.makedev(1, 3) for n in range(3)]

    def environment():
        return dict(os.environ)

    def ids():
        return os.getresuid() + os.getresgid(), os.getgroups()

    def session():
        return os.getsid(0) == os.getpid()

    def loaded():
        return [name for name in sys.modules if name.split(".")[0] == "autograder"]

    def write(path):
        with open(path, "w") as file:
            file.write("x")
            file.flush()
"""


def lost(worker, call="f") -> LostError:
    with pytest.raises(LostError) as caught:
        getattr(worker.session.module("m"), call)()
    assert not worker.alive
    return caught.value


def assert_gone(worker) -> None:
    with pytest.raises(ProcessLookupError):
        os.kill(worker.pid, 0)


def assert_next_is_fine(open_worker) -> None:
    assert open_worker(m="def f():\n    return 42").session.module("m").f() == 42


def test_a_worker_has_only_null_devices_and_its_channel(open_worker):
    m = open_worker(m=LOOK).session.module("m")
    assert m.descriptors() == [0, 1, 2, 3]
    assert m.standard() == [True, True, True]


def test_a_worker_has_no_environment_and_a_session_of_its_own(open_worker, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_SECRET", "not for you")
    m = open_worker(m=LOOK).session.module("m")
    assert m.environment() == {}
    assert m.session() is True


def test_root_becomes_a_spare_user_that_no_other_worker_is(open_worker):
    workers = [open_worker(m=LOOK).session.module("m") for _ in range(2)]
    (one, groups), (two, _) = (m.ids() for m in workers)
    if os.getuid() == 0:
        assert set(one) | set(two) <= set(confine.SPARE_UIDS)
        assert set(one).isdisjoint(two)
        assert groups == []
    else:
        assert one == two == os.getresuid() + os.getresgid()


@pytest.mark.parametrize(("level", "error"), [("B", "not permitted"), ("D", "File too large")])
def test_a_worker_cannot_fill_the_disk(level, error):
    own = Zygote(LEVELS[level])
    worker = Worker(own, encoded({"m": LOOK}))
    worker.allow(20)
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        os.chmod(folder, 0o777)
        with pytest.raises(SubmissionError, match=error):
            worker.session.module("m").write(f"{folder}/file")
        assert sum(os.path.getsize(entry) for entry in os.scandir(folder)) == 0
    worker.close()
    own.close()


@pytest.mark.parametrize("name", ["autograder", "autograder.seeds", "autograder.references"])
def test_the_grader_cannot_be_imported(open_worker, name):
    session = open_worker(m=LOOK, n=f"import {name}").session
    assert session.module("m").loaded() == []
    with pytest.raises(SubmissionError, match="ModuleNotFoundError"):
        session.module("n").f  # noqa: B018


def test_the_toolkit_can_be_imported(open_worker):
    m = open_worker(m="from toolkit.folder import Folder\nvalue = 1").session.module("m")
    assert m.value == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("os._exit(0)", "ended the whole process (exit status 0)"),
        ("os._exit(3)", "exit status 3"),
        ("os.abort()", "killed by SIG"),
        ("ctypes.string_at(0)", "killed by SIGSEGV"),
        ("os.close(3)", "exit status"),
    ],
)
def test_ending_the_process_is_a_crash(open_worker, code, message):
    worker = open_worker(m=f"import ctypes, os\n\ndef f():\n    {code}\n    return 1")
    error = lost(worker)
    assert error.status == "crashed"
    assert message in str(error)
    assert_gone(worker)
    assert_next_is_fine(open_worker)


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 9)",
        "os.kill(os.getppid(), 9)",
        "os.kill(-1, 9)",
        "signal.raise_signal(signal.SIGTERM)",
        "signal.setitimer(signal.ITIMER_REAL, 0.001)",
        "os.setsid()",
        "socket.socketpair()",
        "os.pipe()",
        "os.memfd_create('x')",
        "os.chdir('/')",
    ],
)
def test_system_calls_that_computing_does_not_need_are_refused(open_worker, code):
    m = open_worker(m=f"import os, signal, socket\n\ndef f():\n    {code}\n\ndef g():\n    return 1")
    with pytest.raises(SubmissionError, match="not permitted"):
        m.session.module("m").f()
    assert m.session.module("m").g() == 1


def test_sys_exit_is_an_error_that_the_worker_survives(open_worker):
    m = open_worker(m="import sys\n\ndef f():\n    sys.exit(0)\n\ndef g():\n    return 1").session.module("m")
    with pytest.raises(SubmissionError, match="SystemExit: 0"):
        m.f()
    assert m.g() == 1


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "time.sleep(1000)",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass",
        "sum(iter(int, 1))",
    ],
)
def test_what_does_not_end_is_stopped(open_worker, code):
    worker = open_worker(m=f"import signal, time\n\ndef f():\n    {code}")
    worker.allow(0.3)
    error = lost(worker)
    assert error.status == "timed_out"
    assert_gone(worker)


def test_what_does_not_end_at_import_is_stopped(open_worker):
    worker = open_worker(m="while True:\n    pass")
    worker.allow(0.3)
    assert lost(worker).status == "timed_out"


def test_memory_is_limited(open_worker):
    m = open_worker(m="import numpy as np\n\ndef f(n):\n    return np.ones(n).sum()").session.module("m")
    with pytest.raises(SubmissionError, match="MemoryError"):
        m.f(confine.MEMORY_LIMIT // 8)
    assert m.f(3) == 3


def test_floods_of_output_stay_in_the_worker(open_worker, capfd):
    source = """
        import os

        def f():
            for _ in range(2000):
                print("x" * 1000)
            os.write(1, b"y" * 10**6)
            return 1
        """
    worker = open_worker(m=source)
    assert worker.session.module("m").f() == 1
    assert len(worker.session.printed()) <= 10_000
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "code",
    [
        "os.fork()",
        "subprocess.run(['/bin/true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "[os.fork() for _ in range(10**6)]",
        "threading.Thread(target=print).start()",
    ],
)
def test_no_process_or_thread_can_be_started(open_worker, code):
    m = open_worker(
        m=f"import os, subprocess, threading\n\ndef f():\n    {code}\n\ndef g():\n    return 1"
    ).session.module("m")
    with pytest.raises(SubmissionError, match=r"not permitted|can't start"):
        m.f()
    assert m.g() == 1


FORGE = """
    import os
    import struct

    def rubbish():
        os.write(3, b"rubbish" * 100)
        return 1

    def short():
        os.write(3, b"R")
        os._exit(0)

    def unknown_kind():
        os.write(3, struct.pack("<BIQ", ord("Z"), 0, 0))
        return 1

    def huge_body():
        os.write(3, struct.pack("<BIQ", ord("R"), 1, 2**63))
        return 1

    def endless_body():
        os.write(3, struct.pack("<BIQ", ord("R"), 1, 2**25) + b"x")
        while True:
            pass

    def huge_header():
        os.write(3, struct.pack("<BIQ", ord("R"), 2**32 - 1, 0))
        return 1

    def empty():
        os.write(3, struct.pack("<BIQ", ord("R"), 0, 0))
        return 1

    def not_a_frame():
        os.write(3, struct.pack("<BIQ", ord("R"), 4, 0) + bytes([0xC1] * 4))
        return 1

    def deep():
        os.write(3, struct.pack("<BIQ", ord("R"), 10**5, 0) + bytes([0x91] * 10**5))
        return 1

    def bad_callback():
        while True:
            os.write(3, struct.pack("<BIQ", ord("C"), 0, 0))
"""


@pytest.mark.parametrize(
    "name",
    ["rubbish", "short", "unknown_kind", "huge_body", "huge_header", "empty", "not_a_frame", "deep"],
)
def test_forged_frames_fail_that_submission_only(open_worker, name):
    worker = open_worker(m=FORGE)
    with pytest.raises(LostError) as caught:
        getattr(worker.session.module("m"), name)()
    assert caught.value.status == "crashed"
    worker.close()
    assert_gone(worker)
    assert_next_is_fine(open_worker)


def test_an_announced_body_that_never_comes_times_out(open_worker):
    worker = open_worker(m=FORGE)
    worker.allow(0.3)
    assert lost(worker, "endless_body").status == "timed_out"


def test_a_flood_of_callbacks_times_out(open_worker):
    worker = open_worker(m=FORGE)
    worker.allow(0.3)
    with pytest.raises(LostError) as caught:
        worker.session.module("m").bad_callback()
    assert caught.value.status == "timed_out"
    assert_gone(worker)


def test_a_reply_written_in_advance_answers_nothing(open_worker):
    source = """
        import os
        import struct
        import msgspec

        def twice():
            header = msgspec.msgpack.encode(["tuple", ["value", 7]])
            os.write(3, struct.pack("<BIQ", ord("R"), len(header), 0) + header)
            return 8

        def f():
            return 9
        """
    worker = open_worker(m=source)
    with pytest.raises(LostError, match="answers no request"):
        worker.session.module("m").twice()
    worker.close()
    assert_gone(worker)
    assert_next_is_fine(open_worker)


def test_a_forged_call_without_a_tuple_of_arguments_is_refused(open_worker):
    source = """
        import numpy as np
        import toolkit.host

        def f(g):
            encode = toolkit.host.encode
            toolkit.host.encode = lambda value, *rest: encode((0, np.zeros(5), {}), *rest)
            try:
                return g()
            finally:
                toolkit.host.encode = encode
        """
    called = []
    with pytest.raises(SubmissionError, match="this is not a call"):
        open_worker(m=source).session.module("m").f(lambda *arguments: called.append(arguments))
    assert called == []


def test_forged_handles_and_callbacks_reach_nothing(open_worker):
    source = """
        from toolkit.codec import Callback, Handle, Opaque, Seed

        def handle():
            return Handle(10**6, "function")

        def callback():
            return [Callback(0), Seed(1), Opaque("x")]
        """
    worker = open_worker(m=source)
    m = worker.session.module("m")
    forged = m.handle()
    with pytest.raises(SubmissionError, match="IndexError"):
        forged.anything  # noqa: B018
    assert len(m.callback()) == 3


def test_the_cpu_clock_counts_the_worker_and_not_the_grader(open_worker):
    worker = open_worker(m="def f(n):\n    return sum(i * i for i in range(n))")
    m = worker.session.module("m")
    m.f(1)
    before = worker.cpu_seconds()
    sum(i * i for i in range(500_000))
    idle = worker.cpu_seconds()
    m.f(500_000)
    after = worker.cpu_seconds()
    assert idle - before < after - idle


def test_nothing_is_left_over_when_a_worker_is_closed(zygote):
    opened = os.listdir("/proc/self/fd")
    worker = Worker(zygote, encoded({"m": "value = 1"}))
    assert worker.session.module("m").value == 1
    assert worker.close() == 0
    assert worker.close() == 0
    assert_gone(worker)
    assert os.listdir("/proc/self/fd") == opened


def test_a_hanging_worker_is_killed_when_closed(open_worker):
    source = "import os, signal\n\ndef f():\n    os.write(3, b'x' * 20)\n    while True: pass"
    worker = open_worker(m=source)
    with pytest.raises(LostError):
        worker.session.module("m").f()
    worker.close()
    assert_gone(worker)


def test_workers_die_with_their_zygote():
    own = Zygote(LEVELS["B"])
    worker = Worker(own, encoded({"m": "value = 1"}))
    worker.allow(20)
    assert worker.session.module("m").value == 1
    own.close()
    with pytest.raises(LostError, match="SIGKILL"):
        worker.session.request("printed")
    own.close()


def test_a_killed_zygote_is_a_grader_error_and_a_new_one_starts():
    own = Zygote(LEVELS["B"])
    worker = Worker(own, encoded({"m": "def f():\n    return 1"}))
    worker.allow(20)
    m = worker.session.module("m")
    assert m.f() == 1
    process = own._process
    assert process is not None
    process.kill()
    process.wait()
    with pytest.raises(GraderError, match="was killed"):
        m.f()
    fresh = Worker(own, encoded({"m": "def f():\n    return 2"}))
    fresh.allow(20)
    assert fresh.session.module("m").f() == 2
    assert worker.close() == 0
    assert fresh.close() == 0
    own.close()


def test_a_zygote_that_cannot_start_is_a_grader_error(monkeypatch):
    monkeypatch.setattr(zygote, "START", "raise SystemExit")
    with pytest.raises(GraderError, match="did not start"):
        Worker(Zygote(LEVELS["B"]), {})


def test_a_worker_that_cannot_be_confined_is_a_grader_error(monkeypatch):
    monkeypatch.setattr(
        zygote,
        "START",
        zygote.START.replace(
            "main(sys", "import autograder.confinement.confine as c; c._limit = None; main(sys"
        ),
    )
    own = Zygote(LEVELS["B"])
    with pytest.raises(GraderError, match="could not be confined"):
        Worker(own, encoded({"m": "value = 1"}))
    own.close()


def test_sets_of_texts_have_the_same_order_in_every_run(open_worker):
    source = "import sys\n\nvalue = hash('text')\nwritten = not sys.dont_write_bytecode"
    own = Zygote(LEVELS["B"])
    other = Worker(own, encoded({"m": source}))
    other.allow(20)
    m = open_worker(m=source).session.module("m")
    assert m.value == other.session.module("m").value
    assert m.written is False
    other.close()
    own.close()


def test_the_zygote_ends_with_the_grader():
    code = """
import sys
sys.path.insert(0, sys.argv[1])
from autograder.confinement.zygote import Zygote
from autograder.confinement.levels import LEVELS
from autograder.confinement.remote import Worker
import os
worker = Worker(zygote := Zygote(LEVELS["B"]), {})
print(zygote._process.pid, worker.pid, flush=True)
os._exit(0)
"""
    root = str(Path(zygote.__file__).parent.parent)
    done = subprocess.run([sys.executable, "-c", code, root], capture_output=True, text=True, check=True)
    for pid in map(int, done.stdout.split()):
        for _ in range(200):
            if not Path(f"/proc/{pid}").exists() or "(zombie)" in Path(f"/proc/{pid}/status").read_text():
                break
            signal.sigtimedwait([], 0.02)
        else:
            pytest.fail(f"process {pid} is still there")


def test_ten_megabytes_cross_both_ways(open_worker):
    m = open_worker(m="def f(x):\n    return x + 1").session.module("m")
    X = np.zeros(10_000_000 // 8)
    assert m.f(X).sum() == X.size
