"""A zip holds a link to a file of the grader, and a file to be written through a link."""

import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = ""


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        for name, target in (("averages.py", secrets / "secret.py"), ("out", folder.parent.parent / "ada")):
            link = zipfile.ZipInfo(name)
            link.external_attr = 0o120777 << 16
            archive.writestr(link, str(target))
        archive.writestr("out/tiny/given.py", "stolen = True")
