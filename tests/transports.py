"""The two ways in which a probe reaches a module: in this process, and in a worker."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import pytest

from autograder.confinement.finding import strongest
from autograder.confinement.remote import Worker
from autograder.confinement.zygote import Zygote
from toolkit.module import Session, local_session

SECONDS = 20

Opener = Callable[..., Session]


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    zygote = strongest().zygote
    yield zygote
    zygote.close()


@pytest.fixture
def open_worker(zygote: Zygote) -> Iterator[Callable[..., Worker]]:
    """Start workers with the sources given as `name=text`; they end with the test."""
    workers: list[Worker] = []

    def start(seconds: float = SECONDS, **sources: str) -> Worker:
        workers.append(Worker(zygote, encoded(sources)))
        workers[-1].allow(seconds)
        workers[-1].session.start(1)
        return workers[-1]

    yield start
    for worker in workers:
        worker.close()


@pytest.fixture(params=["in this process", "in a worker"])
def open_session(request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Open sessions with the sources given as `name=text`, over either transport."""
    if request.param == "in a worker":
        start = request.getfixturevalue("open_worker")
        yield lambda **sources: start(**sources).session
    else:

        def local(**sources: str) -> Session:
            session = local_session(encoded(sources))
            session.start(1)
            return session

        yield local


def encoded(sources: dict[str, str]) -> dict[str, bytes]:
    return {f"{name}.py": textwrap.dedent(text).encode() for name, text in sources.items()}
