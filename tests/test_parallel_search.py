"""Searches in parallel processes: resumable, the same however they run, and silent about nothing."""

import functools
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from search_ground import await_end_of_processes, evaluated, functions, rates, values

from toolkit import parallel_search as search_module
from toolkit.parallel_search import SearchError, parallel_search

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow
__all__ = ["functions"]


def test_results_depend_neither_on_processes_nor_on_order(functions):
    configs = rates("", "", "", "", "")
    one = parallel_search(functions.evaluate, configs, "one", seed=3, jobs=1)
    three = parallel_search(functions.evaluate, configs[::-1], "three", seed=3, jobs=3)
    other = parallel_search(functions.evaluate, configs[:1], "other", seed=4, jobs=1)
    assert values(one) == values(three)
    assert [trial.config for trial in three.trials] == configs[::-1]
    assert len({trial.accuracy for trial in one.trials}) == 5
    assert other.best.accuracy != one.trials[0].accuracy
    for trial, again in zip(one.trials, three.trials[::-1], strict=True):
        assert np.array_equal(trial.arrays()["W"], again.arrays()["W"])
        assert trial.arrays()["W"].dtype == np.float32
        assert re.fullmatch(rf"acc{trial.accuracy:.4f}-[0-9a-f]{{12}}\.npz", trial.file.name)
    assert one.best.accuracy == max(trial.accuracy for trial in one.trials)
    assert [trial.accuracy for trial in one.top(2)] == sorted(t.accuracy for t in one.trials)[:-3:-1]
    await_end_of_processes()


def test_finished_configurations_are_read_back(functions, capfd):
    first = parallel_search(functions.evaluate, rates("", "", "nan"), "kept", jobs=2)
    assert re.search(r"best 0\.\d{4}", capfd.readouterr().err)
    again = parallel_search(functions.evaluate, rates("", "", "nan", ""), "kept", jobs=2)
    assert "4 configurations, of which 1 are to be computed" in capfd.readouterr().out
    assert len(evaluated()) == 4
    assert str(again).splitlines()[1:] != str(first).splitlines()[1:]
    assert values(first) == {rate: value for rate, value in values(again).items() if rate != 1e-3}
    assert str(parallel_search(functions.evaluate, rates("", "", "nan", ""), "kept")) == str(again)
    assert len(evaluated()) == 4


def test_whatever_fails_is_said_and_listed_and_the_rest_goes_on(functions, capfd):
    whats = ("", "raise", "die", "nan", "infinite", "percent", "objects", "")
    result = parallel_search(functions.evaluate, rates(*whats), "kept", jobs=2)
    said = capfd.readouterr().out
    expected = {
        "raise": "ValueError: a message of two lines",
        "die": "its worker process died (killed by signal 9); the next call tries it again",
        "nan": "diverged: validation accuracy nan",
        "infinite": "diverged: W holds NaN or infinity",
        "percent": "ValueError: validation accuracy 51.2, expected a share from 0 to 1",
        "objects": "TypeError: W of type object cannot be kept, expected numbers under another name",
    }
    for trial, what in zip(result.trials, whats, strict=True):
        assert trial.reason == expected.get(what, "")
        assert np.isnan(trial.accuracy) == (what in expected)
        assert what not in expected or f"{trial.config}: {trial.reason}\n" in said
        assert trial.reason in str(result)
    assert result.best.config["rate"] in (1.0, 1e-7)
    with pytest.raises(SearchError, match="a message of two lines"):
        result.trials[1].arrays()
    calls = len(evaluated())
    assert values(parallel_search(functions.evaluate, rates(*whats), "kept", jobs=3)) == values(result)
    assert len(evaluated()) == calls + 4  # what diverged is finished, the other failures are tried again
    lost = parallel_search(functions.pair, rates("")[:1], "lost", jobs=1)
    assert "expected (validation accuracy, dict of arrays to keep)" in lost.trials[0].reason
    with pytest.raises(SearchError, match="no configuration has an accuracy"):
        _ = lost.best


def test_a_worker_that_is_killed_costs_its_configuration_only_until_the_next_call(functions):
    whole = parallel_search(functions.evaluate, rates("", "die after writing", "die once"), "kept", jobs=1)
    assert [bool(trial.reason) for trial in whole.trials] == [False, False, True]
    again = parallel_search(functions.evaluate, rates("", "die after writing", "die once"), "kept", jobs=1)
    assert [trial.reason for trial in again.trials] == ["", "", ""]
    assert sorted(evaluated()) == [1e-2, 1e-2, 1e-1, 1.0]
    clean = parallel_search(functions.evaluate, rates("", "die after writing", "die once"), "clean", jobs=2)
    assert values(clean) == values(again)


SCRIPT = """
from search_functions import evaluate
from toolkit.parallel_search import parallel_search
parallel_search(evaluate, [{"rate": 10.0**-i} for i in range(8)], "kept", jobs=2, options={"pause": 0.2})
"""


@pytest.mark.parametrize("finished", [0, 1, 4])
def test_a_search_that_is_killed_goes_on_where_it_was(functions, finished):
    options = {"pause": 0.2}
    script = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path.cwd())])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while len(list(Path("kept").glob("*.npz"))) < finished or not Path("log").exists():
        assert script.poll() is None
        time.sleep(0.01)
    script.send_signal(signal.SIGKILL)
    script.wait()
    await_end_of_processes()  # each finishes what it is at, and ends
    kept = {file.name for file in Path("kept").glob("*.npz")}
    begun = evaluated()
    assert finished <= len(kept) <= len(begun) < 8
    result = parallel_search(functions.evaluate, rates(*[""] * 8), "kept", jobs=2, options=options)
    assert sorted(evaluated()) == sorted(10.0**-i for i in range(8))  # none is computed twice
    assert kept <= {trial.file.name for trial in result.trials}
    clean = parallel_search(functions.evaluate, rates(*[""] * 8), "clean", jobs=2, options=options)
    assert str(clean) == str(result)
    assert {f.name for f in Path("clean").iterdir()} == {f.name for f in Path("kept").glob("*.npz")}


def test_an_interrupt_stops_all_processes(functions, monkeypatch):
    def interrupted(items, description):
        yield next(iter(items))
        raise KeyboardInterrupt

    monkeypatch.setattr(search_module, "progress", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parallel_search(functions.evaluate, rates(*[""] * 6), "kept", jobs=2, options={"pause": 0.3})
    await_end_of_processes()
    assert 1 <= len(list(Path("kept").glob("*.npz"))) < 6


def test_workers_have_one_thread_for_linear_algebra(functions, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    kept = parallel_search(functions.threads, rates(""), "kept", jobs=1).best.arrays()
    assert [int(array) for array in kept.values()] == [1, 1, 1]


def test_what_cannot_be_sent_is_refused_in_one_line(functions):
    def own(config, rng):
        return 0.5, {}

    own.__module__ = "__main__"
    for evaluate in (own, functions.outer(), lambda config, rng: (0.5, {}), functools.partial(own)):
        with pytest.raises(SearchError, match=r"write it into a module beside the notebook") as refused:
            parallel_search(evaluate, rates(""), "kept")
        assert "\n" not in str(refused.value)
    for config in ({"rate": np.nan}, {"rate": object()}, ["rate"]):
        with pytest.raises(SearchError, match="configuration 1: expected a dict"):
            parallel_search(functions.evaluate, [{"rate": 1.0}, config], "kept")
    assert not Path("kept").exists()


def test_numbers_of_numpy_and_equal_configurations_are_welcome(functions):
    configs = [{"rate": np.float64(0.1), "sizes": (1, np.int64(2))}, {"rate": 0.1, "sizes": [1, 2]}]
    result = parallel_search(functions.evaluate, configs, "kept", jobs=2)
    assert values(result) == {0.1: (repr(result.best.accuracy), "")}
    assert len(result.trials) == 2
    assert result.trials[0].config == {"rate": 0.1, "sizes": [1, 2]}
    assert evaluated() == [0.1]
    assert parallel_search(functions.evaluate, [], "kept").trials == ()
