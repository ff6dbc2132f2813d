"""The `autograder` command: each subcommand calls one module and prints what it says."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from autograder.collect_command import collect
from autograder.options import (
    advance,
    choose,
    course_option,
    json_option,
    one_clear_line,
    open_course,
    progress_bar,
)

os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="numpy-vision-course")
def main() -> None:
    """Release, check and grade the course's assignments.

    Exit status: 0 success, 1 what was checked does not hold, 2 unusable arguments or a broken course.
    """


main.add_command(collect)


@main.command()
@click.option(
    "--from", "source", type=click.Path(exists=True, path_type=Path), help="Archive, folder or zip to import."
)
@click.option("--dataset", type=click.Choice(["cifar10", "standin"]), default="cifar10", show_default=True)
@json_option
def data(source: Path | None, dataset: str, as_json: bool) -> None:
    """Download CIFAR-10, import a copy of it, or draw the offline stand-in; say what is installed."""
    from toolkit import data as images

    with one_clear_line():
        found = images.install(source, dataset)
    if as_json:
        click.echo(json.dumps({"dataset": found.name, "sha256": found.sha256, "folder": str(found.folder)}))
    else:
        click.echo(str(found))


@main.command()
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]...")
@click.option("--check", is_flag=True, help="Only say whether the release is stale (exit status 1).")
@click.option("--zip", "as_zip", is_flag=True, help="Also make assignments/<name>.zip to hand out.")
@course_option
def release(names: tuple[str, ...], check: bool, as_zip: bool, root: Path | None) -> None:
    """Regenerate assignments/ from source/: what students get, proven free of solutions."""
    from autograder.release import release as make

    with one_clear_line():
        course = open_course(root)
        releases = make(course, choose(course, names), check=check, archive=as_zip)
    for made in releases:
        state = "is up to date" if not made.changed else "is stale" if check else "released"
        click.echo(f"{made.folder}: {state}" + (f" ({', '.join(made.changed)})" if made.changed else ""))
        if made.archive:
            click.echo(str(made.archive))
    if check and any(made.changed for made in releases):
        raise SystemExit(1)


@main.command()
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]...")
@json_option
@course_option
def verify(names: tuple[str, ...], as_json: bool, root: Path | None) -> None:
    """Prove the checks: solution 100 %, stub 0, every mistake loses points and is named."""
    from autograder import verify as module

    reports = []
    with one_clear_line():
        course = open_course(root)
        for name in choose(course, names):
            with progress_bar(0, name, as_json) as bar:
                reports.append(module.verify(course, name, advance(bar)))
    if as_json:
        click.echo(json.dumps(module.as_json(reports), indent=1))
    for report in reports:
        for problem in report.problems:
            click.echo(f"{report.assignment}: {problem}", err=True)
        if not as_json:
            click.echo(module.as_text(report))
    if any(report.problems for report in reports):
        raise SystemExit(1)


@main.command()
@click.argument("name", metavar="ASSIGNMENT")
@click.option(
    "--submitted",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of submissions.",
)
@click.option("--student", help="Grade this student only.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, help="Processes at the same time (default: one a core)."
)
@click.option("--force", is_flag=True, help="Grade again what is up to date.")
@click.option(
    "--accept-reduced-isolation",
    "accept_reduced",
    is_flag=True,
    help="Grade even where submissions run with your rights (level D).",
)
@json_option
@course_option
def grade(
    name: str,
    submitted: Path | None,
    student: str | None,
    jobs: int,
    force: bool,
    accept_reduced: bool,
    as_json: bool,
    root: Path | None,
) -> None:
    """Grade what is new or changed: results/, gradebook and autograded/."""
    with one_clear_line():
        submitted = submitted.resolve() if submitted else None
        course = open_course(root)
        from autograder import classroom

        choose(course, (name,))
        folders = classroom.submissions(course, name, submitted or course.submitted, student)
        with progress_bar(len(folders), name, as_json) as bar:
            summary = classroom.grade_class(
                course,
                name,
                folders,
                jobs,
                force,
                accept_reduced or course.accepts_reduced_isolation,
                lambda _: bar.update() and None,
            )
    for line in summary.errors:
        click.echo(line, err=True)
    if as_json:
        click.echo(json.dumps(classroom.as_json(summary)))
    else:
        click.echo(classroom.as_text(summary))
    if weak := sorted({"C", "D"} & set(summary.isolation)):
        click.echo(f"{name}: level {', '.join(weak)} isolates little: see `autograder doctor`", err=True)
    if summary.errors:
        raise SystemExit(1)


@main.command()
@click.argument("name", metavar="ASSIGNMENT")
@click.option("--names", is_flag=True, help="Show students' ids on leaderboards instead of pseudonyms.")
@course_option
def report(name: str, names: bool, root: Path | None) -> None:
    """Write reports/<assignment>/index.html and results.csv for the instructor, and a leaderboard."""
    from autograder.report import write_report

    with one_clear_line():
        course = open_course(root)
        choose(course, (name,))
        click.echo(write_report(course, name, names))


@main.command()
@click.argument("name", metavar="ASSIGNMENT")
@click.option(
    "--format", "form", type=click.Choice(["csv", "canvas", "gradescope"]), default="csv", show_default=True
)
@course_option
def export(name: str, form: str, root: Path | None) -> None:
    """Write the grades for another system, hand-given points included."""
    from autograder.export import export as write

    with one_clear_line():
        click.echo(write(open_course(root), name, form))


@main.command()
@course_option
def demo(root: Path | None) -> None:
    """Take a made-up class of 20 through the whole pipeline, in demo/."""
    from autograder.demo import run

    with one_clear_line():
        run(open_course(root))


@main.command()
@json_option
@course_option
def doctor(as_json: bool, root: Path | None) -> None:
    """Say what is installed, which data there is, and how submissions are isolated and why."""
    from autograder.doctor import examine

    with one_clear_line():
        findings = examine(open_course(root))
    if as_json:
        click.echo(json.dumps({f.name: f.value for f in findings}))
    else:
        for finding in findings:
            click.echo(f"{finding.name + ':':<14}{finding.value}")
    if any(finding.wrong for finding in findings):
        raise SystemExit(1)
