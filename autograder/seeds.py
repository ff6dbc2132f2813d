"""Seeds of the checks' inputs: public ones for the release, secret ones for grading."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from toolkit.probe import PUBLIC, seed_of

VARIABLE = "AUTOGRADER_SECRET"
FILE = ".autograder-secret"


@dataclass(frozen=True, repr=False)
class Seeds:
    """Gives each check of each assignment its seed."""

    secret: bytes

    def seed(self, assignment: str, check: str) -> int:
        """Return the seed of a check's `rng`, 64 bits."""
        return seed_of(self.secret, assignment, check)

    @property
    def fingerprint(self) -> str:
        """A name of the secret that does not tell it."""
        return hashlib.sha256(b"fingerprint\0" + self.secret).hexdigest()[:16]


PUBLIC_SEEDS = Seeds(PUBLIC)


def course_seeds(root: Path) -> Seeds:
    """Return the seeds for grading in a course.

    The secret is `$AUTOGRADER_SECRET`, or the content of `.autograder-secret` in the course's folder,
    which the first grade makes, readable by its owner only.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return Seeds(given.encode())
    file = root / FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Seeds(file.read_bytes().strip())
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_hex(32) + "\n")
    return Seeds(file.read_bytes().strip())
