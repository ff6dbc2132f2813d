"""The course secret: made once, kept private, different for each check, and never told."""

import stat

from autograder.seeds import FILE, PUBLIC_SEEDS, VARIABLE, course_seeds
from toolkit.probe import PUBLIC, seed_of


def test_the_first_grade_makes_a_secret_that_only_its_owner_reads(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    first = course_seeds(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert len(first.secret) == 64
    assert course_seeds(tmp_path) == first


def test_each_course_gets_another_secret(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert course_seeds(tmp_path / "one") != course_seeds(tmp_path / "two")


def test_the_variable_overrides_the_file_and_makes_none(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "from the environment")
    assert course_seeds(tmp_path).secret == b"from the environment"
    assert not (tmp_path / FILE).exists()


def test_seeds_differ_by_secret_assignment_and_check(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "x")
    seeds = course_seeds(tmp_path)
    found = {
        seeds.seed("knn", "a"),
        seeds.seed("knn", "b"),
        seeds.seed("svm", "a"),
        seeds.seed("knna", ""),
        PUBLIC_SEEDS.seed("knn", "a"),
    }
    assert len(found) == 5
    assert all(0 <= seed < 2**64 for seed in found)
    assert seeds.seed("knn", "a") == course_seeds(tmp_path).seed("knn", "a")


def test_the_public_seed_is_the_notebooks():
    assert PUBLIC_SEEDS.seed("knn", "predict_labels") == seed_of(PUBLIC, "knn", "predict_labels")


def test_a_fingerprint_names_the_secret_without_telling_it(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "top secret")
    seeds = course_seeds(tmp_path)
    assert len(seeds.fingerprint) == 16
    assert seeds.fingerprint != PUBLIC_SEEDS.fingerprint
    assert "top secret" not in repr(seeds) + seeds.fingerprint
