"""A zip holds packages that point out of the submission, are links, or take the place of NumPy."""

import stat
import zipfile
from pathlib import Path

STOPPED_BY = "archive"
READ = "averages.py cs231n/averages.py"


def plant(folder: Path, secrets: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.writestr("cs231n/averages.py", "x = 1")
        for name in ("cs231n/../numpy.py", "cs231n/../../ada/tiny/given.py", "/cs231n/given.py"):
            archive.writestr(name, "raise SystemExit('shadowed')")
        archive.writestr("cs231n\\..\\given.py", "raise SystemExit('shadowed')")
        archive.writestr("cs231n/x', 'y/given.py", "raise SystemExit('a name in quotation marks')")
        link = zipfile.ZipInfo("cs231n/given.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(secrets / "secret.py"))
