"""What is left of a student's text, Markdown, HTML and formulas, and that it costs no more than it should."""

from __future__ import annotations

import nbformat
import pytest

from autograder.pages.mathematics import as_mathml
from autograder.pages.safe_html import MARKDOWN_LIMIT, clean_html, markdown2html, visible
from autograder.pages.safe_notebook import cleaned


def markdown(source: str) -> str:
    return str(markdown2html({"cell": {}}, source)).strip()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a **b** `c`", "<p>a <strong>b</strong> <code>c</code></p>"),
        ("# Title", "<h1>Title</h1>"),
        ("~~a~~ <sub>2</sub>", "<p><del>a</del> <sub>2</sub></p>"),
        ("```python\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        (
            "[a](https://b.org/c?d=e)",
            '<p><a href="https://b.org/c?d=e" rel="noopener noreferrer">a</a></p>',
        ),
        (
            "![a](data:image/png;base64,iVBORw0KGgo=)",
            '<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="a"></p>',
        ),
        ("price: 5 < 6 & 7", "<p>price: 5 &lt; 6 &amp; 7</p>"),
    ],
)
def test_what_an_honest_answer_needs_stays(source: str, expected: str) -> None:
    assert markdown(source) == expected


@pytest.mark.parametrize(
    "link",
    ["data:text/html,a", "javascript:a", "vbscript:a", "file:///etc/passwd", "//b.org", "/logout", "a.html"],
)
def test_a_link_leads_to_the_web_or_to_mail(link: str) -> None:
    assert "href" not in markdown(f"[a]({link})") + clean_html(f'<a href="{link}">a</a>')


def test_a_picture_from_elsewhere_is_named_but_not_shown() -> None:
    shown = markdown("![plot](https://b.org/plot.png)")
    assert "<img" not in shown
    assert '(picture not shown: <a href="https://b.org/plot.png" rel="noopener noreferrer">plot</a>)' in shown


def test_a_text_cannot_look_like_the_table_of_checks_or_cover_a_page() -> None:
    source = '<div id="toc" class="panel score" style="position:fixed;color:green;background:red">5 / 5</div>'
    assert markdown(source) == '<div style="">5 / 5</div>'


@pytest.mark.parametrize(
    ("formula", "part"),
    [
        (r"\frac{\partial L}{\partial W}", "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow>"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "<mtable>"),
        (r"\operatorname*{arg\,max}_c x", "<mspace"),
        ("a < b", "<mo>&lt;</mo>"),
    ],
)
def test_formulas_become_mathml(formula: str, part: str) -> None:
    assert part in markdown(f"${formula}$")
    assert markdown(f"$${formula}$$").startswith('<p><math display="block">')


@pytest.mark.parametrize(
    "formula", [r"\unknown x", r"\frac", "{" * 1500, "x" * 3000, r"\newcommand{\a}{\b\b}\a"]
)
def test_a_formula_that_is_not_understood_is_shown_as_written(formula: str) -> None:
    assert as_mathml(formula) is None
    assert markdown(f"${formula}$") == f"<p><code>${formula}$</code></p>"


def test_what_hides_or_reorders_text_is_seen() -> None:
    assert visible("a\u202eb\x00c\ud800d\x1b[31me\r\nf\tg\u200dh") == "a�b�c�d�e\nf\tg\u200dh"
    assert visible("\x1b[31ma\x1b]0;b\x07", colours=True) == "\x1b[31ma�]0;b�"


@pytest.mark.parametrize(
    "piece",
    ["[", "*a ", "<b>", "> ", "`", "a_", "$", "![[", "<", "|", "\\(", "<!--", "$$a", "\\begin{a}", "_a*"],
)
def test_no_text_makes_the_parser_give_up(piece: str) -> None:
    for length in (MARKDOWN_LIMIT, 10 * MARKDOWN_LIMIT):
        assert isinstance(markdown((piece * length)[:length]), str)


def test_what_would_take_long_to_parse_is_shown_as_it_was_written() -> None:
    assert markdown("<b>" * MARKDOWN_LIMIT) == f"<pre>{'&lt;b&gt;' * MARKDOWN_LIMIT}</pre>"
    environments = "\\begin{a}" * 101
    assert markdown(environments) == f"<pre>{environments}</pre>"
    formulas = "\\\\(" * 101
    assert markdown(formulas) == f"<pre>{formulas}</pre>"
    nested = "<ul><li>" * 5_001
    assert clean_html(nested) == f"<pre>{'&lt;ul&gt;&lt;li&gt;' * 5_001}</pre>"


def test_a_notebook_of_anything_becomes_a_sound_one() -> None:
    wrong = [None, 1, "text", [1], {"cell_type": 1, "source": {}, "outputs": {}, "metadata": [], "id": 7}]
    outputs = [
        None,
        {},
        {"output_type": "error", "traceback": 1},
        {"output_type": "stream", "text": [1, "a"]},
    ]
    code = {"cell_type": "code", "source": ["a", 1, "b"], "outputs": outputs, "execution_count": "1"}
    markdown_cell = {
        "cell_type": "markdown",
        "source": "a",
        "attachments": {"b": "c", "d": {"image/png": "!"}},
    }
    hostile = {
        "metadata": {"kernelspec": 1, "language_info": {"name": []}},
        "cells": [*wrong, code, markdown_cell],
    }
    notebook = cleaned(hostile)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == ["", "ab", "a"]
    assert cleaned(notebook) == notebook


def test_what_a_notebook_is_for_stays() -> None:
    table = {"text/html": "<table><tbody><tr><td>1</td></tr></tbody></table>", "text/plain": "1"}
    nbgrader = {
        "grade_id": "f",
        "grade": True,
        "locked": True,
        "solution": False,
        "points": 2.5,
        "checksum": "0a",
    }
    cell = nbformat.v4.new_code_cell(
        "x",
        id="a-b",
        metadata={"nbgrader": nbgrader, "deletable": False},
        execution_count=3,
        outputs=[
            nbformat.v4.new_output("display_data", table),
            nbformat.v4.new_output("stream", text="\x1b[31mred\x1b[0m\n"),
            nbformat.v4.new_output("error", ename="E", evalue="v", traceback=["\x1b[0;31mE\x1b[0m"]),
        ],
    )
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})
    assert cleaned(notebook) == notebook
