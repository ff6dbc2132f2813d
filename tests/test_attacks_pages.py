"""Hostile contents of notebooks in a real browser: each layer stops every one of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from browser import Browser, Server
from nbconvert.exporters import HTMLExporter
from nbgrader.converters import GenerateFeedback
from payloads import NAMES, Payload, notebook, read

from autograder.pages.exporters import GRADING, STILL, FeedbackExporter

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("attacks on pages")]

POLICIES = {"feedback": STILL, "grading": GRADING.format(nonce="only-formgrader-knows")}
RESOURCES = {"nbgrader": {"notebook": "tiny", "score": 0, "max_score": 1, "late_penalty": 0}}
BEYOND_POLICIES = {"refresh"}  # no policy forbids a page to send its reader elsewhere
IN_STOCK_PAGES = set(
    "script_tag image_onerror frame_elsewhere html_output picture_elsewhere picture_size".split()
)


class Unguarded(FeedbackExporter):
    """Cleans, but forbids the browser nothing."""

    policy = ""


@dataclass(frozen=True)
class Scene:
    """A browser, a server of pages, and the student's server elsewhere."""

    browser: Browser
    pages: Server
    elsewhere: Server

    def payload(self, name: str) -> Payload:
        return read(name, self.elsewhere.address)

    def acted(self, page: str) -> set[str]:
        """Return the names of the payloads that ran or called home when a reader opened a page."""
        self.elsewhere.called.clear()
        self.pages.pages["page"] = page.encode()
        self.browser.open(f"{self.pages.address}/page")
        ran = self.browser.touch()
        return ({name.partition("/")[0] for name in self.elsewhere.called} | {ran}) & set(NAMES)


@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    with Browser() as browser, Server() as pages, Server() as elsewhere:
        yield Scene(browser, pages, elsewhere)


def exported(kind: type[HTMLExporter], *payloads: Payload) -> tuple[str, dict]:
    """Return the feedback page of a notebook with payloads, as `nbgrader generate_feedback` makes it."""
    exporter = kind(config=GenerateFeedback().config)
    return exporter.from_notebook_node(notebook(*payloads), dict(RESOURCES))


def bare(body: str, policy: str = "") -> str:
    rule = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    return f'<!DOCTYPE html><html><head>{rule}<meta charset="utf-8"></head><body>{body}</body></html>'


def test_there_are_enough_of_them() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_it_acts_where_nothing_stops_it(name: str, scene: Scene) -> None:
    assert scene.acted(bare(scene.payload(name).bare)) == {name}


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", sorted({*NAMES} - BEYOND_POLICIES))
def test_the_policy_alone_stops_it(name: str, policy: str, scene: Scene) -> None:
    assert scene.acted(bare(scene.payload(name).bare, POLICIES[policy])) == set()


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_alone_stops_it(name: str, scene: Scene) -> None:
    page, _ = exported(Unguarded, scene.payload(name))
    assert scene.acted(page) == set()


def test_the_feedback_page_stops_all_of_them_at_once(scene: Scene) -> None:
    page, _ = exported(FeedbackExporter, *map(scene.payload, NAMES))
    assert page.count('class="cell border-box-sizing') == sum(scene.payload(n).place != "raw" for n in NAMES)
    assert scene.acted(page) == set()


def test_without_this_project_many_of_them_act_in_nbgraders_page(scene: Scene) -> None:
    """Nothing of this is a hole in nbgrader, which lets a notebook do in its page what notebooks do."""
    acting = set()
    for name in IN_STOCK_PAGES:
        page, _ = exported(HTMLExporter, scene.payload(name))
        acting |= scene.acted(page.replace("https://cdnjs.cloudflare.com", scene.pages.address))
    assert acting == IN_STOCK_PAGES
