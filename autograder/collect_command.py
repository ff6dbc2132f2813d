"""The `autograder collect` command."""

from __future__ import annotations

import json
from pathlib import Path

import click

from autograder.options import advance, course_option, json_option, one_clear_line, open_course, progress_bar


@click.command()
@click.argument("name", metavar="ASSIGNMENT")
@click.argument("download", type=click.Path(exists=True, path_type=Path))
@click.option("--pattern", help="Regular expression with a group student_id that says whose a file is.")
@json_option
@course_option
def collect(name: str, download: Path, pattern: str | None, as_json: bool, root: Path | None) -> None:
    """Put a download (zip or folder) of Moodle, Canvas or the like into submitted/.

    Without --pattern: names as Moodle and Canvas give them, <student>.zip, or <student>/ folders.
    """
    from autograder.collecting.downloads import collect_download

    with one_clear_line():
        download = download.resolve()
        course = open_course(root)
        course.assignment(name)
        with progress_bar(0, name, as_json) as bar:
            intake = collect_download(course, name, download, pattern, advance(bar))
    for line in intake.errors:
        click.echo(line, err=True)
    if as_json:
        click.echo(json.dumps(vars(intake)))
    else:
        done = f"{len(intake.collected)} collected, {len(intake.unchanged)} unchanged"
        click.echo(f"{name}: {done}, {len(intake.errors)} errors")
    if intake.errors:
        raise SystemExit(1)
