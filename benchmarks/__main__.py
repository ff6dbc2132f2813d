"""Run the benchmarks and print tables; nothing is asserted, since machines are noisy."""

from __future__ import annotations

import click

from benchmarks import calibration, challenge, checks, classroom, worker


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--repeats", default=30, show_default=True, help="Measurements of each short figure.")
@click.option("--students", default=12, show_default=True, help="Submissions in the class that is graded.")
@click.pass_context
def main(context: click.Context, repeats: int, students: int) -> None:
    """Measure worker processes and the grading of a class of the knn assignment."""
    if context.invoked_subcommand is None:
        click.echo("| what | median | 95 % below | ratio |\n|---|---|---|---|")
        for row in (*worker.measure(repeats), *classroom.measure(students)):
            click.echo("| " + " | ".join(row) + " |")


@main.command("calibration")
@click.option("--runs", default=20, show_default=True, help="Trainings of each model.")
@click.option("--model", default="", help="Only this one, such as best_svm.")
def calibrate(runs: int, model: str) -> None:
    """Train models as students do, and say how often a right one would miss full points (about an hour)."""
    rows = [
        calibration.as_row(found)
        for found in calibration.measure(runs, model, lambda line: click.echo(line, err=True))
    ]
    click.echo("\n".join([calibration.HEAD, *rows]))


@main.command("checks")
@click.argument("assignment")
def list_checks(assignment: str) -> None:
    """List the CPU time of each check of an assignment on the reference, slowest first."""
    costs = checks.measure(assignment)
    click.echo("\n".join([checks.HEAD, *map(checks.as_row, costs)]))
    total = sum(cost.together for cost in costs)
    click.echo(f"\n{len(costs)} checks, {total:.2f} s together; {1000 * total / len(costs):.1f} ms a check")
    whole = checks.complete(assignment)
    click.echo(
        f"a complete submission: {1000 * whole:.0f} ms of CPU in the grader, besides its workers' own; "
        f"{20_000 * whole / len(costs):.0f} ms for 20 checks"
    )


@main.command("challenge")
@click.option("--minutes", default=10.0, show_default=True, help="How long to train.")
@click.option("--seed", default=0, show_default=True)
def run_challenge(minutes: float, seed: int) -> None:
    """Train a deep fully connected network with the solution's own modules, and print its test accuracy."""
    click.echo(challenge.as_text(challenge.train(minutes, seed)))


main()
