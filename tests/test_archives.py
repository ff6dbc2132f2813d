"""Archives: what students pack is read, and what a hostile one claims is not believed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import tracemalloc
import zipfile
import zlib

import pytest

from autograder.collecting.archives import Contents, read_archive
from autograder.collecting.entries import usable_path
from toolkit.strict_zip import DIRECTORY_LIMIT, ArchiveError

MODULE_LIMIT = 1 << 20
MB = 1 << 20
GOOD = {"knn/a.py": b"x = 1\n", "knn/knn.ipynb": b"{}", "knn/plot.png": b"png"}
PACKED = [lambda data: data, gzip.compress, bz2.compress, lzma.compress]


def limit(name: str) -> int:
    return MODULE_LIMIT if name.endswith(".py") else 64 * MB if name.endswith(".ipynb") else 0


def read(data: bytes) -> Contents:
    return read_archive(io.BytesIO(data), len(data), limit)


def zipped(files: dict[str, bytes], **changes: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for attribute, value in changes.items():
                setattr(info, attribute, value)
            archive.writestr(info, data)
    return stream.getvalue()


def entry(name: str, **changes: object) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for attribute, value in changes.items():
        setattr(info, attribute, value)
    return info


def tarred(files: dict[str, bytes], *special: tarfile.TarInfo, form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for info in special:
            archive.addfile(info)
        for name, data in files.items():
            archive.addfile(entry(name, size=len(data)), io.BytesIO(data))
    return stream.getvalue()


def header(name: bytes, size: bytes, kind: bytes = b"0", magic: bytes = b"ustar\x0000") -> bytes:
    """Return a tar header with a right checksum, whatever it says."""
    block = bytearray(name.ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + size.rjust(12, b"0"))
    block += b"00000000000\0" + b" " * 8 + kind + b"\0" * 100 + magic
    block += b"\0" * (512 - len(block))
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("pack", PACKED)
def test_a_tar_of_any_kind_is_read(pack, form):
    contents = read(pack(tarred(GOOD, form=form)))
    assert contents.files == {"knn/a.py": b"x = 1\n", "knn/knn.ipynb": b"{}"}
    assert contents.paths == set(GOOD)
    assert contents.problems == []


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_is_read(method):
    contents = read(zipped(GOOD, compress_type=method))
    assert contents.files == {"knn/a.py": b"x = 1\n", "knn/knn.ipynb": b"{}"}
    assert (contents.paths, contents.problems) == (set(GOOD), [])


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_long_and_foreign_names_are_read_and_clutter_is_not(pack):
    files = {
        "ü" * 60 + "/" + "long" * 50 + "/a.py": b"1",
        "knn\\b.py": b"2",
        "__MACOSX/knn/._a.py": b"3",
        "knn/.ipynb_checkpoints/a.py": b"4",
    }
    contents = read(pack(files))
    assert sorted(contents.files.values()) == [b"1", b"2"]
    assert "knn/b.py" in contents.files
    assert contents.problems == []


def test_a_name_in_utf8_that_does_not_say_so_is_read():
    data = zipped({"Übung.ipynb": b"{}"}).replace(struct.pack("<HH", 0x800, 8), struct.pack("<HH", 0, 8))
    assert list(read(data).files) == ["Übung.ipynb"]


HOSTILE = [
    "../a.py",
    "knn/../../a.py",
    "/etc/a.py",
    "C:\\a.py",
    "c:a.py",
    "..\\a.py",
    "a\n/a.py",
    "\x1b[2J/a.py",
]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_point_elsewhere_or_hide_something_are_left_out(pack):
    contents = read(pack({**dict.fromkeys(HOSTILE, b"evil"), **GOOD}))
    assert set(contents.files) == {"knn/a.py", "knn/knn.ipynb"}
    assert contents.problems == ["entries left out because of names that a file here may not have: 8"]


@pytest.mark.parametrize(
    "name", [*HOSTILE, "a\0b", "a\u2028b", "\udcff.py", "x" * 256, "d/" * 600, "", ".", "/"]
)
def test_a_name_is_unusable(name):
    assert usable_path(name) is None


@pytest.mark.parametrize(
    "name", ["a.py", "./knn/a.py", "knn//a.py", "Ada’s knn/ü (1).py", "👩‍💻.py", "a..b/c", "ab:y"]
)
def test_a_name_is_usable(name):
    assert usable_path(name) is not None


def test_a_name_with_a_nul_does_not_become_the_part_before_it():
    data = zipped({"knn/a.pyX.png": b"evil"}).replace(b"a.pyX", b"a.py\0")
    contents = read(data)
    assert contents.files == {}
    assert len(contents.problems) == 1


def test_a_lone_surrogate_in_a_tar_is_left_out():
    data = header(b"\xff\xfe.py", b"1") + b"1".ljust(512, b"\0")
    contents = read(data)
    assert (contents.files, len(contents.problems)) == ({}, 1)


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"Z"]
)
def test_links_and_special_files_in_a_tar_are_not_read(kind):
    contents = read(tarred(GOOD, entry("knn/b.py", type=kind, linkname="/etc/passwd")))
    assert set(contents.files) == {"knn/a.py", "knn/knn.ipynb"}
    assert contents.problems == ["knn/b.py: a link or special file; not read"]


def test_a_link_in_a_zip_is_not_read():
    contents = read(zipped({"a.py": b"/etc/passwd"}, external_attr=0o120777 << 16))
    assert (contents.files, contents.problems) == ({}, ["a.py: a link or special file; not read"])


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_file_that_is_too_large_is_left_out(pack):
    contents = read(pack({"a.py": bytes(MODULE_LIMIT + 1), "b.py": bytes(MODULE_LIMIT)}))
    assert list(contents.files) == ["b.py"]
    assert contents.problems == ["a.py: larger than 1,048,576 bytes; not read"]


@pytest.mark.slow
@pytest.mark.parametrize("bomb", ["zip", "gzip", "bz2", "xz"])
def test_a_bomb_costs_neither_memory_nor_more_than_the_limit(bomb):
    pack = {"gzip": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}
    files = {"a.ipynb": bytes(60 * MB), "data.bin": bytes(40 * MB)}
    data = zipped(files) if bomb == "zip" else pack[bomb](tarred(files))
    assert len(data) < 200_000
    tracemalloc.start()
    try:
        with pytest.raises(ArchiveError, match="unpacks to more than"):
            read(data)
        assert tracemalloc.get_traced_memory()[1] < 40 * MB
    finally:
        tracemalloc.stop()


def test_many_files_that_are_not_wanted_unpack_nothing_of_a_zip():
    assert read(zipped({"bomb.bin": bytes(200 * MB), **GOOD})).files.keys() == {"knn/a.py", "knn/knn.ipynb"}


def test_an_xz_that_asks_for_gigabytes_of_memory_is_refused():
    small = lzma.compress(tarred(GOOD), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])
    assert read(small).files
    coded = bytearray(small)
    place = coded.index(b"\x21\x01") + 2  # the filter's id, the size of its properties, its dictionary
    coded[place] = 39
    coded[20:24] = struct.pack("<I", zlib.crc32(coded[12:20]))
    with pytest.raises(ArchiveError, match="LZMAError"):
        read(bytes(coded))


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_too_many_entries_are_refused(pack):
    with pytest.raises(ArchiveError, match="more than 10,000 entries"):
        read(pack({f"{number}.txt": b"" for number in range(10_001)}))


def test_a_list_of_files_that_is_too_long_is_refused_before_it_is_read():
    data = zipped({f"{number:05}" + "x" * 240: b"" for number in range(DIRECTORY_LIMIT // 280)})
    with pytest.raises(ArchiveError, match="list of files is longer than"):
        read(data)


def test_overlapping_entries_are_refused():
    data = bytearray(zipped({"a.py": b"one one one", "b.py": b"two two two"}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)
    with pytest.raises(ArchiveError, match="overlap"):
        read(bytes(data))


def test_an_encrypted_file_is_left_out():
    data = bytearray(zipped({"a.py": b"secret"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    contents = read(bytes(data))
    assert (contents.files, contents.problems) == ({}, ["a.py: encrypted; not read"])


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_compression_is_left_out(method):
    contents = read(zipped({"a.py": b"secret"}, compress_type=method))
    assert contents.problems == [f"a.py: compressed by method {method}, expected 8 (deflate); not read"]


@pytest.mark.parametrize("claimed", [1, 7, 0xFFFFFFFF])
def test_a_wrong_size_in_a_zip_costs_that_file_only(claimed):
    data = bytearray(zipped({"b.py": b"y = 2\n", "a.py": b"x = 1\n"}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 24 : second + 28] = struct.pack("<I", claimed)
    contents = read(bytes(data))
    assert contents.files.get("b.py") == b"y = 2\n"
    assert contents.files.get("a.py", b"x = 1\n") == b"x = 1\n"


def test_a_wrong_checksum_in_a_zip_costs_that_file_only():
    data = zipped({"a.py": b"x = 1\n", "b.py": b"y = 2\n"}, compress_type=0).replace(b"x = 1\n", b"x = 7\n")
    contents = read(data)
    assert contents.files == {"b.py": b"y = 2\n"}
    assert contents.problems == ["a.py: damaged (BadZipFile)"]


@pytest.mark.parametrize("pack", [zipped, *(lambda files, p=p: p(tarred(files)) for p in PACKED)])
@pytest.mark.parametrize("share", [0.3, 0.6])
def test_a_truncated_archive_is_one_clear_line(pack, share):
    files = {"a.py": bytes(range(256)) * 100, "b.py": bytes(range(255)) * 100}
    data = pack(files)
    with pytest.raises(ArchiveError) as caught:
        read(data[: int(len(data) * share)])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("pack", PACKED[1:])
def test_a_damaged_byte_is_noticed(pack):
    data = bytearray(pack(tarred({"a.py": bytes(range(256)) * 100})))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(ArchiveError, match="damaged"):
        read(bytes(data))


@pytest.mark.parametrize("pack", [zipped, *(lambda files, p=p: p(tarred(files)) for p in PACKED)])
def test_rubbish_behind_the_end_is_ignored(pack):
    assert read(pack(GOOD) + b"rubbish").files["knn/a.py"] == b"x = 1\n"


def test_a_file_that_is_a_tar_and_a_zip_is_what_it_begins_with():
    tar, archive = tarred({"a.py": b"tar"}), zipped({"a.py": b"zip"})
    assert read(tar + archive).files == {"a.py": b"tar"}
    assert read(archive + tar[:512]).files == {"a.py": b"zip"}


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_archives_in_an_archive_are_not_opened(pack):
    contents = read(pack({"inner.zip": zipped({"a.py": b"x"}), "inner.tar": tarred({"a.py": b"x"})}))
    assert (contents.files, contents.problems) == ({}, [])


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_equal_names_the_last_one_counts_and_it_is_said():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.py", "old")
        archive.writestr("a.py", "new")
    for data in (stream.getvalue(), tarred({"a.py": b"old"})[:1024] + tarred({"a.py": b"new"})):
        contents = read(data)
        assert contents.files == {"a.py": b"new"}
        assert contents.problems == ["a.py: there more than once; the last one counts"]


def test_deep_folders_are_not_looked_at():
    assert read(zipped({"1/2/3/4/5/a.py": b"", "1/2/3/4/5/6/b.py": b""})).paths == {"1/2/3/4/5/a.py"}


NEGATIVE = b"\xff" * 10 + b"\xfe\x00"


@pytest.mark.parametrize(
    "data",
    [
        header(b"a.py", NEGATIVE),
        header(b"a.py", b"\x80" + b"\xff" * 11),
        header(b"x", b"77777777777", b"x"),
        header(b"x", b"77777777777", b"L"),
        header(b"x", NEGATIVE, b"L"),
        header(b"x", b"5", b"x") + b"9999 ".ljust(512, b"\0"),
        header(b"x", b"5", b"x") + b"0 a=b".ljust(512, b"\0"),
        header(b"x", b"24", b"x") + b"20 size=-1000000000\n".ljust(512, b"\0") + header(b"a.py", b"1"),
        header(b"x", b"23", b"x") + b"19 size=1000000000\n".ljust(512, b"\0") + header(b"a.py", b"1"),
        header(b"x", b"31", b"x")
        + b"25 GNU.sparse.major=1\n\n\n\n".ljust(512, b"\0")
        + header(b"a.py", b"1"),
        header(b"x", b"24", b"x") + b"-5 path=a.py\n-5 path=a.py\n".ljust(512, b"\0"),
        (header(b"x", b"200000", b"g") + bytes(1 << 16)) * 260,
        header(b"a.py", b"1", b"S"),
        header(b"a.py", b"zz"),
        header(b"a.py", b"1").replace(b"a.py", b"b.py"),
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\xff" * 18,
        b"PK\x05\x06" + bytes(8) + b"\xff" * 8 + bytes(2),
        b"\x1f\x8b\x08\x08" + b"n" * 100_000,
        b"BZh9" + bytes(100),
        b"\xfd7zXZ\0" + bytes(100),
        b"Rar!\x1a\x07\x00",
        b"no archive at all " * 100,
    ],
)
def test_headers_that_lie_are_one_clear_line(data):
    with pytest.raises(ArchiveError) as caught:
        read(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("step", range(0, 400, 7))
def test_a_changed_byte_anywhere_raises_nothing_else(step):
    for whole in (zipped(GOOD), tarred(GOOD), gzip.compress(tarred(GOOD), mtime=0)):
        data = bytearray(whole)
        data[step * len(data) // 400] ^= 0xFF
        try:
            assert all(isinstance(content, bytes) for content in read(bytes(data)).files.values())
        except ArchiveError:
            continue


def test_folders_are_nothing_to_mention():
    folders = [entry(name, type=tarfile.DIRTYPE) for name in (".", "./knn", "/", "..")]
    assert read(tarred({"./knn/a.py": b"x"}, *folders)).problems == []
    assert read(zipped({"knn/": b"", "knn/a.py": b"x"})).problems == []


def test_an_empty_file_holds_nothing():
    assert read(b"") == Contents()
