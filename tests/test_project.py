"""The project's own files agree with each other."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = [Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
FILES = (
    "README.md LICENSE LICENSE-TEXT CHANGELOG.md CONTRIBUTING.md .ci/run Makefile "
    "pyproject.toml environment.yml requirements.lock nbgrader_config.py"
)
FOLDERS = "source assignments toolkit datasets autograder autograder/hidden tests benchmarks docs"


@pytest.mark.parametrize("name", FILES.split())
def test_file_of_the_layout_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize("name", FOLDERS.split())
def test_folder_of_the_layout_is_there(name: str) -> None:
    assert (ROOT / name).is_dir()


def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_help_lists_every_habit() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    habits = {"setup", "demo", "test", "lint", "format", "release", "bench", "docs", "lock", "clean"}
    assert habits <= set(re.findall(r"^make (\w+) +\S", listed, re.MULTILINE))


def test_conda_environment_names_the_same_packages_and_ranges() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    lines = [line for line in environment["dependencies"] if isinstance(line, str) and line != "pip"]
    expected = [f"python{PROJECT['requires-python']}", *PROJECT["dependencies"]]
    assert sorted(lines) == sorted(expected)


def locked_versions(python: str, platform: str) -> dict[str, Version]:
    """The version of each package that the lock file installs on one Python and platform."""
    environment = {"python_version": python, "python_full_version": f"{python}.2", "sys_platform": platform}
    versions: dict[str, Version] = {}
    for line in re.findall(r"^[\w.-]+==.*$", LOCK, re.MULTILINE):
        pin = Requirement(line)
        if pin.marker is None or pin.marker.evaluate(environment):
            assert pin.name not in versions, f"{pin.name} is locked twice for Python {python} on {platform}"
            versions[pin.name] = Version(str(pin.specifier).removeprefix("=="))
    return versions


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_lock_satisfies_every_range(python: str, platform: str) -> None:
    versions = locked_versions(python, platform)
    outside = [str(needed) for needed in RUNTIME + EXTRAS if versions[needed.name] not in needed.specifier]
    assert outside == []


def test_lock_names_no_index_and_no_local_path() -> None:
    assert re.findall(r"^.*(?:://|^-|@|\\|\s\.{0,2}/).*$", LOCK, re.MULTILINE) == []


def imported_names(path: Path) -> set[str]:
    """Top-level names of the packages that a module imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.append(node.module or "")
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("package", ["autograder", "toolkit"])
def test_every_imported_package_is_declared(package: str) -> None:
    paths = [path for path in (ROOT / package).rglob("*.py") if "hidden" not in path.parts]
    imported = set().union(*map(imported_names, paths)) - sys.stdlib_module_names - {"autograder", "toolkit"}
    declared = {needed.name for needed in RUNTIME}
    distributions = importlib.metadata.packages_distributions()
    assert "numpy" in imported
    for name in sorted(imported):
        found = {distribution.lower() for distribution in distributions.get(name, [])}
        assert found & declared, f"{package} imports {name}, which no package of pyproject.toml provides"
