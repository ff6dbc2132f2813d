"""A tar holds links to a file of the grader and to another student's module."""

import tarfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with tarfile.open(folder / "work.tar", "w") as archive:
        for name, kind, target in (
            ("averages.py", tarfile.SYMTYPE, str(secrets / "secret.py")),
            ("given.py", tarfile.LNKTYPE, "../../ada/tiny/given.py"),
        ):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = kind, target
            archive.addfile(link)
