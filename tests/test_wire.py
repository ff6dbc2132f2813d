"""Whatever a worker sends is a permitted value or that submission's failure, because of the limits."""

import contextlib
import socket
import threading
import time
import tracemalloc

import msgspec
import numpy as np
import pytest
from frames import (
    arrays,
    bodies,
    edited,
    edits,
    grafted,
    is_permitted,
    like,
    marks,
    oddities,
    plain,
    trees,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sizes import FULL_SIZE
from tiny_course import MODULE, make_course
from transports import encoded

from autograder import attempts
from autograder.collecting.collect import Submission
from autograder.confinement.channel import REPLY, REQUEST, Channel, ChannelError, read_only
from autograder.grade import Grader
from autograder.seeds import Seeds
from toolkit import codec, intake, module
from toolkit.checks import at_least, check, close, equal
from toolkit.codec import CodecError, decode, encode
from toolkit.comparison import compare, recognise
from toolkit.errors import LostError, SubmissionError
from toolkit.host import TOKEN_SIZE
from toolkit.module import Remote, Session, local_session
from toolkit.nodes import Callback, Handle
from toolkit.probe import Outcome, run_probe
from toolkit.shapes import shape_of

DECODED_LIMIT = 16 << 20  # bytes that decoding any header may take, besides its arrays
STATUSES = {"passed", "partial", "failed", "not_implemented", "crashed", "timed_out"}
REPLIES = [
    (header, b"".join(bodies))
    for header, bodies in map(
        encode,
        [
            ("value", np.arange(6.0).reshape(2, 3)),
            ("value", (1.5, {"W": np.ones((2, 2)), ("b", 1): [None, True, "text"]})),
            ("value", [Handle(1, "class"), np.float32(2), np.array(3)], (np.zeros(3), 4)),
            ("missing", "m.py has no f"),
            ("raised", "ValueError", "wrong", [("m.py", 3, "f", "return x")]),
        ],
    )
]
CALL = encode((0, (np.ones(2), 3), {"k": [1, 2]}))
SHARE = 1 if FULL_SIZE else 4
"""All 12,800 examples at full size, as in CI; else a quarter of them."""
REQUESTS = [
    ("start", 1),
    ("import", "m"),
    ("printed",),
    ("get", "target", "name"),
    ("call", "target", (1, 2), {}, False),
    ("call", "target", (1, 2), {}, True),
]


def packed(tree) -> bytes:
    return msgspec.msgpack.encode(tree)


def assert_decodes_or_is_refused(header: bytes, body: bytes) -> None:
    try:
        value = decode(header, body)
    except CodecError as error:
        assert len(str(error)) < 400
    else:
        assert is_permitted(value)


@pytest.mark.slow
@settings(max_examples=2000 // SHARE)
@given(st.sampled_from(REPLIES), edits, edits | st.just([]))
def test_edited_frames_decode_or_are_refused(frame, of_header, of_body):
    assert_decodes_or_is_refused(edited(frame[0], of_header), edited(frame[1], of_body))


@pytest.mark.slow
@settings(max_examples=2000 // SHARE)
@given(trees, bodies)
def test_made_up_trees_decode_or_are_refused(tree, body):
    assert_decodes_or_is_refused(packed(tree), body)


@settings(max_examples=1000 // SHARE)
@given(st.binary(max_size=64), st.binary(max_size=64))
def test_random_bytes_decode_or_are_refused(header, body):
    assert_decodes_or_is_refused(header, body)


def answering(header: bytes, body: bytes) -> Session:
    """Return a session with a host that answers every request with one frame."""
    return Session(lambda request: (request[0][:TOKEN_SIZE] + header, memoryview(body).toreadonly()))


@pytest.mark.slow
@settings(max_examples=3000 // SHARE)
@given(
    st.sampled_from(REPLIES),
    st.integers(0, 99),
    st.one_of(oddities, trees),
    st.sampled_from(REQUESTS),
    st.none() | bodies,
)
@example(REPLIES[0], 0, ["tuple", [["array", "d", [0]], 1]], REQUESTS[2], b"")
@example(REPLIES[0], 0, ["tuple", ["raised", ["array", "d", [0]], "x", ["list", []]]], REQUESTS[2], b"")
def test_a_reply_is_a_value_or_the_submissions_failure(frame, position, new, message, body):
    session = answering(grafted(frame[0], position, new), frame[1] if body is None else body)
    target = Remote(session, Handle(0, "module"))
    try:
        value = session.request(*(target if part == "target" else part for part in message))
    except SubmissionError as error:
        assert error.status in ("crashed", "not_implemented")
        assert len(str(error)) < 3000
        assert all(len(frame) <= 300 for frame in error.frames)
    else:
        assert is_permitted(value)


@pytest.mark.slow
@settings(max_examples=1500 // SHARE)
@given(st.integers(0, 99), st.one_of(oddities, trees), edits | st.just([]))
def test_a_callback_is_answered_or_failed(position, new, changes):
    session = answering(b"", b"")
    session.callbacks += [lambda *args, **keywords: args, lambda x: {}[x]]
    header = edited(grafted(CALL[0], position, new), changes)
    reply, parts = session.answer((header, b"".join(CALL[1])))
    status, _ = decode(reply, b"".join(parts))
    assert status in ("value", "failed")
    assert session.depth == 0


MODEL = """
    import numpy as np

    name = "model"
    sizes = [3, 4]

    class Model:
        best = 0.5

        def __init__(self, width):
            self.params = {"W": np.ones((3, width)), "b": np.zeros(width)}

        def loss(self, X, f):
            return float(f(X)), {"W": X.T @ X, "b": X.sum(axis=0)}

        def parts(self, X):
            return [X[:2], X[2:]]

    def fill(X):
        X[:] = 7
    """


@check(
    "m",
    points=1,
    outputs={"best": at_least(0.9), "name": equal(), "kept": close(guard=True), "params": equal()},
)
def everything(m, rng):
    """All kinds of outputs"""
    X = rng.normal(size=(4, 3))
    model = m.Model(2)
    loss, grads = model.loss(X, lambda x: (x * x).sum())
    _, (after,) = m.fill.with_args(X)
    parts = model.parts(X)
    return {
        "loss": loss,
        "dW": grads["W"],
        "params": model.params,
        "parts": parts,
        "first": parts[0],
        "best": model.best,
        "name": m.name,
        "sizes": np.asarray(m.sizes),
        "kept": after,
    }


def conversation(change, shapes) -> Outcome:
    """Run the probe on honest code whose replies `change` alters, by their number."""
    session = local_session(encoded({"m": MODEL}))
    honest, count = session.exchange, iter(range(10**6))

    def exchange(request):
        header, body = honest(request)
        header, body = change(next(count), header[TOKEN_SIZE:], bytes(body))
        return request[0][:TOKEN_SIZE] + header, body

    session.exchange = exchange
    return run_probe(everything, session, 1, shapes)


HONEST: list[tuple] = []
REFERENCE = conversation(lambda _, *frame: HONEST.append(decode(*frame)) or frame, shapes=None)
VALUES = [(turn, reply[1]) for turn, reply in enumerate(HONEST) if reply[1] is not None]
MISTAKE = run_probe(
    everything, local_session(encoded({"m": MODEL.replace("0.5", "0.1")})), 1, REFERENCE.shapes
)


def assert_judged(outcome: Outcome) -> None:
    assert outcome.status in STATUSES
    verdict = compare(everything, REFERENCE, outcome)
    assert verdict.status in STATUSES
    assert 0 <= verdict.share <= 1
    assert all(isinstance(line, str) for line in verdict.messages)
    assert recognise(everything, REFERENCE, outcome, {"mistake": MISTAKE}) in (None, "mistake")


def test_the_unchanged_conversation_passes():
    outcome = conversation(lambda _, *frame: frame, REFERENCE.shapes)
    assert compare(everything, REFERENCE, outcome).status == "passed"
    assert recognise(everything, REFERENCE, MISTAKE, {"mistake": MISTAKE}) == "mistake"


@pytest.mark.slow
@settings(max_examples=1000 // SHARE)
@given(
    st.integers(0, len(HONEST) - 1),
    st.integers(0, 99),
    st.one_of(plain, marks, oddities, trees),
    edits | st.none(),
)
def test_altered_conversations_are_judged(turn, position, new, changes):
    def change(number, header, body):
        if number != turn:
            return header, body
        return (grafted(header, position, new) if changes is None else edited(header, changes)), body

    assert_judged(conversation(change, REFERENCE.shapes))


@pytest.mark.slow
@settings(max_examples=1000 // SHARE)
@given(st.sampled_from(VALUES).flatmap(lambda turn: st.tuples(st.just(turn[0]), like(turn[1]))))
def test_conversations_with_another_value_are_judged(other):
    turn, value = other

    def change(number, header, body):
        if number != turn:
            return header, body
        new, parts = encode(("value", value, *HONEST[number][2:]))
        return new, b"".join(parts)

    assert_judged(conversation(change, REFERENCE.shapes))


kinds = st.sampled_from([close(), close(rtol=0.1), equal(), at_least(0.5)])
expected_values = st.one_of(
    arrays,
    st.floats(allow_nan=False),
    st.lists(arrays, max_size=3),
    st.dictionaries(st.text(), arrays, max_size=3),
)


@pytest.mark.slow
@settings(max_examples=1000 // SHARE)
@given(kinds, expected_values.flatmap(lambda value: st.tuples(st.just(value), like(value))))
def test_every_value_that_can_cross_is_compared(judge, pair):
    expected, got = pair
    own = check("m", points=1, outputs={"x": judge})(everything.probe)
    if judge.kind == "at_least":
        expected = 1.0
    verdict = compare(own, Outcome({"x": expected}), Outcome({"x": got}))
    assert verdict.status in ("passed", "failed")
    assert isinstance(shape_of("f", got).nbytes, int)


@settings(max_examples=300 // SHARE)
@given(
    st.sampled_from(REPLIES),
    edits | st.just([]),
    st.lists(st.integers(1, 40), min_size=1, max_size=5),
    st.integers(0, 2**33) | st.none(),
)
def test_frames_in_any_chunks_arrive_or_are_refused(frame, changes, chunks, announced):
    header, body = edited(frame[0], changes), frame[1]
    size = len(body) if announced is None else announced
    data = bytes([REPLY]) + len(header).to_bytes(4, "little") + size.to_bytes(8, "little") + header + body
    ours, theirs = socket.socketpair()

    def drip():
        with theirs, contextlib.suppress(BrokenPipeError):
            start, number = 0, 0
            while start < len(data):
                step = chunks[number % len(chunks)]
                theirs.sendall(data[start : start + step])
                start, number = start + step, number + 1

    writer = threading.Thread(target=drip)
    writer.start()
    try:
        with ours:
            kind, received = Channel(ours, time.monotonic() + 60).receive()
            assert kind == REPLY
            assert received == (header, body[:size])
            assert_decodes_or_is_refused(*read_only(received))
    except EOFError:
        assert size > len(body)
    except ChannelError:
        assert size > codec.BODY_LIMIT
    finally:
        writer.join()


def colliding(count: int) -> list[tuple[int, int]]:
    """Return pairs of integers that all have one hash, the 64-bit xxHash of tuples run backwards."""
    multiplier, prime, start, modulus = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x27D4EB2F165667C5, 2**64
    inverse = pow(prime, -1, modulus)
    found: list[tuple[int, int]] = []
    first = 1
    while len(found) < count:
        state = (start + first * prime) % modulus
        state = (state << 31 | state >> 33) * multiplier % modulus
        second = (12345 - state) * inverse % modulus
        second -= modulus if second >= 2**63 else 0
        if -(2**61) < second < -1:
            found.append((first, second))
        first += 1
    return found


def many(item) -> bytes:
    """Return the largest header of a list of equal items."""
    return packed(["list", [item] * ((codec.HEADER_LIMIT - 20) // len(packed(item)))])


def nested(depth: int) -> bytes:
    return packed(["list", [None]]).replace(b"\xc0", b"") * depth + b"\xc0"


COLLIDING = ["dict", [[["tuple", list(pair)], None] for pair in colliding(codec.DICT_LIMIT)]]
WORST = {
    "nothing": many(None),
    "integers": many(1),
    "lists": many(["list", []]),
    "dicts": many(["dict", []]),
    "empty arrays": many(["array", "d", [0]]),
    "empty arrays of 32 axes": many(["array", "d", [0] * 32]),
    "handles": many(["Handle", 0, ""]),
    "marks": many(["Opaque", ""]),
    "colliding keys": many(COLLIDING),
    "maps": packed([{}] * (codec.HEADER_LIMIT - 9)),
    "a map of colliding keys": packed({pair: None for pair in colliding(10_000)}),
    "a map of maps": b"\x81\xa0" * (codec.HEADER_LIMIT // 2),
    "nested lists": nested(codec.HEADER_LIMIT // 8),
    "nested arrays": b"\x91" * codec.HEADER_LIMIT,
    "one text": packed("x" * (codec.HEADER_LIMIT - 9)),
    "one long array": packed([None] * (codec.HEADER_LIMIT - 9)),
    "an announced array": b"\xdd\xff\xff\xff\xff",
    "an announced map": b"\xdf\xff\xff\xff\xff",
    "an announced text": b"\xdb\xff\xff\xff\xff",
}


def peak_of(call) -> int:
    """Return the bytes that Python allocated at most while `call` ran and its result was kept."""
    tracemalloc.start()
    try:
        kept = call()  # noqa: F841
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def attempt(header: bytes, body: bytes = b""):
    try:
        return decode(header, body)
    except CodecError as error:
        return str(error)


@pytest.mark.parametrize("name", WORST)
def test_the_worst_headers_cost_little_memory(name):
    assert len(WORST[name]) <= codec.HEADER_LIMIT
    assert peak_of(lambda: attempt(WORST[name])) < DECODED_LIMIT


def test_the_colliding_keys_collide():
    assert len({hash(pair) for pair in colliding(100)}) == 1


# Ablation: what each limit stops succeeds without it.


def test_without_the_limit_of_the_header_it_costs_more_memory(monkeypatch):
    header = packed(["list", [["list", []]] * 200_000])
    assert peak_of(lambda: attempt(header)) < 1 << 20
    monkeypatch.setattr(codec, "HEADER_LIMIT", 1 << 40)
    assert peak_of(lambda: attempt(header)) > DECODED_LIMIT


def test_without_the_closed_list_of_kinds_maps_of_colliding_keys_are_built(monkeypatch):
    header = packed({pair: None for pair in colliding(500)})
    assert "got `object`" in attempt(header)
    monkeypatch.setattr(codec, "_decoder", msgspec.msgpack.Decoder())
    assert len({hash(key) for key in attempt(header)}) == 1


def test_without_the_limit_of_dicts_many_keys_collide(monkeypatch):
    header = packed(["dict", [[["tuple", list(pair)], None] for pair in colliding(codec.DICT_LIMIT + 1)]])
    assert "too large" in attempt(header)
    monkeypatch.setattr(codec, "DICT_LIMIT", 10**9)
    assert len({hash(key) for key in attempt(header)}) == 1


def test_without_the_limit_of_depth_a_value_can_be_too_deep_to_look_at(monkeypatch):
    header = b"\x92\xa4list\x91" * 300 + b"\xc0"
    assert "nested" in attempt(header)
    monkeypatch.setattr(codec, "DEPTH_LIMIT", 10**9)
    value = attempt(header)
    for _ in range(300):
        (value,) = value
    assert value is None


def test_without_the_limit_of_empty_arrays_one_has_endless_rows(monkeypatch):
    header = packed(["array", "d", [2**39, 0]])
    assert "not accepted" in attempt(header)
    monkeypatch.setattr(codec, "EMPTY_LIMIT", 2**63)
    assert len(attempt(header)) == 2**39


def receive_body(size: int, **options):
    """Send a frame with a body of `size` bytes from another thread; return what a channel receives."""
    ours, theirs = socket.socketpair()

    def send():
        with theirs, contextlib.suppress(BrokenPipeError, ConnectionResetError):
            Channel(theirs).send(REPLY, (b"", [memoryview(bytes(size))]))

    writer = threading.Thread(target=send)
    writer.start()
    try:
        with ours:
            return Channel(ours, **options).receive()
    finally:
        writer.join()


def test_without_the_limit_of_the_channel_a_body_is_taken_in():
    with pytest.raises(ChannelError, match="too large"):
        receive_body(8 << 20, limit=1 << 20)
    _, (_, body) = receive_body(8 << 20)
    assert len(body) == 8 << 20


def test_without_the_token_a_reply_written_in_advance_answers_the_next_request(monkeypatch):
    def ask_twice():
        header, _ = encode(("value", 7))
        session = Session(lambda request: (request[0][:TOKEN_SIZE] + header, b"") if early is None else early)
        early = None
        assert session.request("get", Remote(session, Handle(0, "module")), "x") == 7
        early = (header, b"")
        return session.request("get", Remote(session, Handle(0, "module")), "x")

    with pytest.raises(LostError, match="answers no request"):
        ask_twice()
    monkeypatch.setattr(module, "TOKEN_SIZE", 0)
    monkeypatch.setitem(globals(), "TOKEN_SIZE", 0)
    assert ask_twice() == 7


def flood(session: Session, count: int) -> int:
    """Answer `count` callbacks and return how many reached the probe's function."""
    reached: list[object] = []
    session.callbacks.append(reached.append)
    with contextlib.suppress(LostError):
        for _ in range(count):
            header, parts = encode((0, (np.zeros(100),), {}))
            session.answer((header, b"".join(parts)))
    return len(reached)


def test_without_the_limits_of_a_check_callbacks_come_for_ever(monkeypatch):
    monkeypatch.setattr(intake, "FRAME_LIMIT", 100)
    assert flood(answering(b"", b""), 300) == 100
    monkeypatch.setattr(intake, "FRAME_LIMIT", 10**9)
    assert flood(answering(b"", b""), 300) == 300
    monkeypatch.setattr(intake, "BYTE_LIMIT", 100_000)
    assert 100 <= flood(answering(b"", b""), 300) <= 125


def drip_fed(deadline: float | None):
    """Receive a frame of which a byte comes every 20 ms, 0.6 s in all."""
    ours, theirs = socket.socketpair()
    done = threading.Event()

    def drip():
        with theirs, contextlib.suppress(BrokenPipeError):
            for byte in bytes([REPLY]) + bytes([17, 0, 0, 0]) + bytes(8) + bytes(17):
                theirs.sendall(bytes([byte]))
                if done.wait(0.02):
                    return

    writer = threading.Thread(target=drip)
    writer.start()
    try:
        with ours:
            return Channel(ours, deadline).receive()
    finally:
        done.set()
        writer.join()


def test_without_the_deadline_a_slow_drip_is_waited_for():
    with pytest.raises(TimeoutError):
        drip_fed(time.monotonic() + 0.2)
    assert drip_fed(None) == (REPLY, (bytes(17), b""))


def test_a_worker_that_does_not_read_is_given_up():
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(TimeoutError):
        Channel(ours, time.monotonic() + 0.1).send(REQUEST, encode(np.zeros(10**6)))


def test_a_callback_that_fails_with_a_long_message_is_answered():
    session = answering(b"", b"")
    session.callbacks.append(lambda key: {}[key])
    header, parts = session.answer((encode((0, ("x" * 250_000,), {}))[0], b""))
    status, text = decode(header, b"".join(parts))
    assert status == "failed"
    assert text.startswith("KeyError: 'xxx")


def test_numbers_of_callbacks_count_from_the_start_only():
    session = answering(b"", b"")
    session.callbacks.append(lambda: "reached")
    for number in (-1, 1, 2**40, True, np.int64(0), Callback(0)):
        reply, _ = session.answer((encode((number, (), {}))[0], b"".join(encode((number, (), {}))[1])))
        assert decode(reply, b"")[0] == "failed"


def test_a_value_too_large_to_be_sent_leaves_the_worker_alive(open_session, monkeypatch):
    session = open_session(m="import numpy as np\n\ndef f(n):\n    return np.zeros(n)")
    with pytest.raises(SubmissionError, match="too many to be sent: at most") as caught:
        session.module("m").f(codec.REPLY_LIMIT // 8 + 1)
    assert not isinstance(caught.value, LostError)
    assert session.module("m").f(2).tolist() == [0, 0]


# The real grader: hostile submissions alter what they send, byte by byte and kind by kind.

HOSTILE = """
import random

import toolkit.host

_encode = toolkit.host.encode
_rng = random.Random({seed})


def hostile(value, *options):
    header, bodies = _encode(value, *options)
    match _rng.randrange(8):
        case 0:
            at = _rng.randrange(len(header))
            header = header[:at] + _rng.randbytes(2) + header[at + _rng.randrange(4) :]
        case 1:
            return _rng.randbytes(20), bodies
        case 2:
            return header, [*bodies, memoryview(bytes(16))]
        case 3:
            odd = None, {{(1, 2): 3}}, float("nan"), "\\x1b[31m", [[]] * 9, toolkit.host.Handle(9, "x")
            return _encode(("value", _rng.choice(odd)))
        case 4:
            return _encode(("raised", _rng.choice(("MissingError", "CallbackError", "")), "x" * 9999, [1]))
    return header, bodies


toolkit.host.encode = hostile
"""


@pytest.fixture(scope="module")
def grader(tmp_path_factory, zygote):
    course = make_course(tmp_path_factory.mktemp("course"))
    return Grader(course.assignment("tiny"), Seeds(b"secret of the tests"), zygote)


def graded(grader: Grader, source: str):
    return grader.grade(Submission("ada", {"averages.py": source.encode()}, {}, (), None, "digest")).checks


def test_hostile_replies_fail_their_submission_and_change_no_other(grader, monkeypatch):
    monkeypatch.setattr(attempts, "SHORTEST", 1.0)
    monkeypatch.setattr(attempts, "PATIENCE", 0.0)
    honest = [(c.name, c.status, c.score) for c in graded(grader, MODULE)]
    assert {status for _, status, _ in honest} == {"passed"}
    seen = set()
    for seed in range(40):
        seen |= {c.status for c in graded(grader, MODULE + HOSTILE.format(seed=seed))}
        if seed % 10 == 0:
            assert [(c.name, c.status, c.score) for c in graded(grader, MODULE)] == honest
    assert {"crashed", "failed"} <= seen <= STATUSES
    assert [(c.name, c.status, c.score) for c in graded(grader, MODULE)] == honest
