"""Values cross as they are, and bytes made by an enemy decode or raise CodecError, nothing else."""

import math
import types

import msgspec
import numpy as np
import pytest
from frames import values
from hypothesis import given

from toolkit import codec
from toolkit.codec import DICT_LIMIT, CodecError, decode, encode
from toolkit.nodes import Handle, Opaque


def there_and_back(value, body=bytes):
    header, bodies = encode(value)
    return decode(header, body(b"".join(bodies)))


def assert_same(got, expected):
    if isinstance(expected, dict):
        assert list(got) == list(expected)
        for key in expected:
            assert_same(got[key], expected[key])
    elif isinstance(expected, np.ndarray):
        assert type(got) is np.ndarray
        assert (got.dtype, got.shape) == (expected.dtype, expected.shape)
        assert got.tobytes() == expected.tobytes()
    else:
        assert type(got) is type(expected)
        if isinstance(expected, list | tuple):
            assert len(got) == len(expected)
            for one, other in zip(got, expected, strict=True):
                assert_same(one, other)
        elif isinstance(expected, float) and math.isnan(expected):
            assert math.isnan(got)
        else:
            assert got == expected


def header_of(tree) -> bytes:
    return msgspec.msgpack.encode(tree)


@given(values)
def test_a_value_comes_back_as_it_was(value):
    assert_same(there_and_back(value), value)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(12.0).reshape(3, 4).T,
        np.arange(10)[::-2],
        np.arange(6, dtype=">i4"),
        np.broadcast_to(np.float32(2), (3, 3)),
        np.zeros((0, 3)),
    ],
)
def test_any_memory_layout_crosses(array):
    got = there_and_back(array)
    assert got.shape == array.shape
    assert got.dtype == array.dtype.newbyteorder("=")
    assert np.array_equal(got, array)


def test_numpy_scalars_keep_their_type():
    for value in (np.float32(1.5), np.int8(-3), np.bool_(True), np.complex128(1j), np.uint64(2**64 - 1)):
        got = there_and_back(value)
        assert type(got) is type(value)
        assert got == value


def test_arrays_and_dicts_are_read_only_unless_the_body_can_be_written():
    value = {"w": np.zeros(3)}
    fixed = there_and_back(value)
    with pytest.raises(ValueError, match="read-only"):
        fixed["w"][0] = 1
    with pytest.raises(TypeError):
        fixed["b"] = 1
    free = there_and_back(value, bytearray)
    free["w"][0] = 1
    free["b"] = 2
    assert free["w"].tolist() == [1, 0, 0]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (np.ma.masked_array([1, 2], [0, 1]), "MaskedArray"),
        (np.zeros((1, 1)).view(np.matrix), "matrix"),
        (np.array([object()]), "object array"),
        (np.array(["a"]), "str32 array"),
        (np.zeros(2, dtype=[("x", float)]), "void64 array"),
        (np.array(["2020"], dtype="M8[Y]"), "datetime64[Y] array"),
        ((n for n in range(3)), "generator"),
        ({1, 2}, "set"),
        (b"bytes", "bytes"),
        (1j, "complex"),
        (10**30, "huge int"),
        (-(2**63) - 1, "huge int"),
        (lambda: 0, "function"),
    ],
)
def test_what_does_not_cross_is_named(value, name):
    assert there_and_back([value]) == [Opaque(name)]


def test_an_opaque_value_reads_as_a_phrase():
    assert str(Opaque("MaskedArray")) == "a MaskedArray"
    assert str(Opaque("object array")) == "an object array"


def test_lone_surrogates_are_replaced():
    assert there_and_back(["a\ud800b", np.str_("\udfff")]) == ["a?b", "?"]


def test_other_says_what_crosses_instead_and_what_becomes_of_it():
    header, bodies = encode([print], other=lambda value: Handle(7, "function"))
    assert decode(header, b"".join(bodies), other=lambda mark: mark.number + 1) == [8]


def test_a_read_only_mapping_crosses_as_a_dict():
    assert there_and_back(types.MappingProxyType({1: 2}), bytearray) == {1: 2}


def test_depth_is_limited_both_ways():
    deep: list = []
    for _ in range(codec.DEPTH_LIMIT + 1):
        deep = [deep]
    with pytest.raises(CodecError, match="nested"):
        encode(deep)
    tree: object = None
    for _ in range(codec.DEPTH_LIMIT + 2):
        tree = ["list", [tree]]
    with pytest.raises(CodecError, match="nested"):
        decode(header_of(tree), b"")


def test_a_value_that_holds_itself_does_not_cross():
    loop: list = []
    loop.append(loop)
    with pytest.raises(CodecError, match="nested"):
        encode(loop)


def test_very_deep_headers_do_not_exhaust_the_stack():
    with pytest.raises(CodecError):
        decode(b"\x91" * 500_000 + b"\xc0", b"")


def test_sizes_are_limited_both_ways():
    with pytest.raises(CodecError, match="too many entries"):
        encode([1.0] * (codec.HEADER_LIMIT // 9))
    with pytest.raises(CodecError, match="too large"):
        decode(bytes(codec.HEADER_LIMIT + 1), b"")
    with pytest.raises(CodecError, match="80 bytes, too many to be sent: at most 64"):
        encode(np.zeros(9), limit=64)


@pytest.mark.parametrize(
    "tree",
    [
        ["array", "O", [1]],
        ["array", "V8", [1]],
        ["array", "M", [1]],
        ["array", "U", [1]],
        ["array", "g", [1]],
        ["array", "", [1]],
        ["array", "dd", [1]],
        ["array", "d", [-1]],
        ["array", "d", [-1, -1]],
        ["array", "d", [1.0]],
        ["array", "d", [True]],
        ["array", "d", ["1"]],
        ["array", "d", [2**63, 2**63]],
        ["array", "d", [2**39, 2**39, 0]],
        ["array", "d", [1] * 33],
        ["array", "d", [3]],
        ["array", "d", 2],
        ["array", "d"],
        ["array", 5, [1]],
        ["array", "d", [2**30, 0]],
        ["array", "d", [0, 2**39, 2**39]],
        ["array", "?", [16]],
        ["scalar", "d", []],
        ["scalar", "O"],
    ],
)
def test_malformed_arrays_are_refused(tree):
    with pytest.raises(CodecError):
        decode(header_of(tree), b"\x02" * 16)


@pytest.mark.parametrize(
    "tree",
    [
        [],
        ["list"],
        ["list", {"a": 1}],
        ["unknown", []],
        [["list"], []],
        {"a": 1},
        b"bytes",
        ["dict", [1]],
        ["dict", [[1]]],
        ["dict", [[["list", []], 1]]],
        ["dict", [[["dict", []], 1]]],
        ["dict", [[number, None] for number in range(DICT_LIMIT + 1)]],
        ["dict", [[1, None], [True, None]]],
        ["dict", [[["array", "d", [0]], None]]],
        ["list", [2**63]],
        ["list", [], []],
        ["Handle", -1, "kind"],
        ["Handle", 1, "k" * 101],
        ["Callback", 2**63],
        ["Seed", -1],
        ["Handle", 1],
        ["Handle", "1", "kind"],
        ["Handle", True, "kind"],
        ["Handle", 1, "kind", 2],
        ["Seed", 1.5],
        ["Opaque", None],
        ["CodecError", 1],
    ],
)
def test_malformed_tags_are_refused(tree):
    with pytest.raises(CodecError):
        decode(header_of(tree), b"")


def test_trailing_and_missing_bytes_are_refused():
    header, bodies = encode(np.arange(3.0))
    body = b"".join(bodies)
    with pytest.raises(CodecError, match="trailing"):
        decode(header, body + bytes(16))
    with pytest.raises(CodecError, match="ends inside"):
        decode(header, body[:-16])
    with pytest.raises(CodecError):
        decode(header + b"\xc0", body)
    with pytest.raises(CodecError):
        decode(b"", b"")


def test_a_huge_announced_array_costs_nothing():
    with pytest.raises(CodecError, match="ends inside"):
        decode(header_of(["array", "d", [2**39]]), bytes(16))
