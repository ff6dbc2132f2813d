"""Settings and fixtures that every test shares."""

import os
from pathlib import Path

import hypothesis
import pytest

from toolkit import data
from toolkit.download import OFFLINE

pytest_plugins = ["attackers", "transports"]

# The same examples in every run; no deadline, since a busy machine must not decide whether a test passes.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("project")

# What is not installed is not downloaded either: tests go on with the stand-in.
os.environ[OFFLINE] = "1"


@pytest.fixture(scope="session")
def data_installed() -> Path:
    """Return the folder of the data set that the tests use: CIFAR-10 if it is there, else the stand-in."""
    return (data.installed() or data.install(dataset="standin")).folder.parent
