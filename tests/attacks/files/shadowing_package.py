"""A package, and folders that look like it, hold modules with the names of NumPy and of the grader's own."""

from pathlib import Path

STOPPED_BY = "collector"
NAMES = "numpy random os sys toolkit autograder checks json builtins past matplotlib".split()
READ = " ".join(
    sorted(
        [
            *"averages.py given.py tiny.ipynb cs231n/__init__.py".split(),
            *(f"cs231n/{name}{end}" for name in NAMES for end in (".py", "/__init__.py")),
        ]
    )
)


def plant(folder: Path, secrets: Path) -> None:
    for home in (folder / "cs231n", folder, folder / "CS231n"):
        for name in NAMES:
            (home / name).mkdir(parents=True, exist_ok=True)
            for file in (f"{name}.py", f"{name}/__init__.py", "__init__.py"):
                (home / file).write_text("raise SystemExit('shadowed')")
