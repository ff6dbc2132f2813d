"""Download CIFAR-10's official archive: resumable, with progress and checksum."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import pooch
import requests
from tqdm import tqdm

from toolkit.images import DataError

URL = "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz"
MD5 = "c58f30108f718f92721af3b95e74349a"
OFFLINE = "CIFAR10_OFFLINE"
TIMEOUT = 10.0
CHUNK = 1 << 16  # bytes; what a broken connection loses


def download(folder: Path, url: str = URL, md5: str = MD5) -> Path:
    """Return the archive in `folder`, downloaded if it is not there yet.

    A download that was interrupted goes on where it stopped. `$CIFAR10_OFFLINE` forbids the network.

    Raises
    ------
    DataError
        If there is no network, or what arrived has another checksum (it is then deleted).
    """
    if os.environ.get(OFFLINE):
        raise DataError(f"no download: ${OFFLINE} is set")
    name = url.rsplit("/", 1)[-1]
    resume = partial(_resume, part=_part(folder / name))
    try:
        return Path(pooch.retrieve(url, f"md5:{md5}", name, folder, downloader=resume))
    except requests.RequestException as error:
        kind = type(error).__name__
        raise DataError(
            f"{url} cannot be downloaded ({kind}); use `autograder data --from PATH` with a copy"
        ) from None
    except ValueError:
        _part(folder / name).unlink(missing_ok=True)
        raise DataError(f"{url} has another checksum than md5 {md5}; it was deleted, try again") from None


def _resume(url: str, output_file: Any, _: Any, part: Path) -> None:
    """Download to `part`, going on as long as each attempt brings something, and name it `output_file`."""
    while True:
        before = _size(part)
        try:
            _fetch_rest(url, part)
            break
        except requests.RequestException:
            if _size(part) <= before:
                raise
    os.replace(part, output_file)


def _fetch_rest(url: str, part: Path) -> None:
    done = _size(part)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={done}-"} if done else {})
    with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT) as response:
        if done and response.status_code == 416:
            part.unlink()
            return _fetch_rest(url, part)
        response.raise_for_status()
        resumed = response.status_code == 206
        total = int(response.headers.get("Content-Length", 0)) + done * resumed
        bar = tqdm(
            total=total, initial=done * resumed, desc="CIFAR-10", unit="B", unit_scale=True, disable=None
        )
        with part.open("ab" if resumed else "wb") as file, bar:
            for chunk in response.iter_content(CHUNK):
                file.write(chunk)
                bar.update(len(chunk))
    if _size(part) < total:
        raise requests.ConnectionError("the connection ended early")


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _part(archive: Path) -> Path:
    return archive.with_name(archive.name + ".part")
