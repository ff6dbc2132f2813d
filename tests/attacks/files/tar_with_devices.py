"""A tar holds devices and pipes under the names of modules."""

import tarfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with tarfile.open(folder / "work.tar", "w") as archive:
        for name, kind in (
            ("averages.py", tarfile.CHRTYPE),
            ("given.py", tarfile.FIFOTYPE),
            ("x.ipynb", tarfile.BLKTYPE),
        ):
            special = tarfile.TarInfo(name)
            special.type, special.devmajor, special.devminor = kind, 1, 5
            archive.addfile(special)
