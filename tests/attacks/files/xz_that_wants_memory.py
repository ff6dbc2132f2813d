"""An xz file asks for 1.5 GB of memory to unpack a few bytes."""

import lzma
import zlib
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    data = bytearray(lzma.compress(bytes(10_240), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}]))
    place = data.index(b"\x21\x01") + 2
    data[place] = 37
    data[20:24] = zlib.crc32(data[12:20]).to_bytes(4, "little")
    (folder / "work.tar.xz").write_bytes(data)
