"""The Solver trains, keeps the best parameters, stops when the loss runs away, and survives being killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from solver_ground import TinyNet, adam, make_solver, result, same, trained

GROUND = Path(__file__).with_name("solver_ground.py")


def test_training_reaches_the_best_validation_accuracy_and_keeps_its_parameters():
    solver = make_solver(num_epochs=8)
    solver.train()
    data = solver.data
    assert len(solver.loss_history) == 8 * solver.iterations_per_epoch
    assert len(solver.val_acc_history) == len(solver.train_acc_history) == 9
    assert solver.best_val_acc == max(solver.val_acc_history) > solver.val_acc_history[0] + 0.3
    assert solver.check_accuracy(data["X_val"], data["y_val"]) == solver.best_val_acc
    assert solver.stopped is None


def test_steps_are_those_of_the_update_rule_on_minibatches_that_cover_the_data():
    seen = []

    class Recorder(TinyNet):
        def loss(self, X, y=None):
            if y is not None:
                seen.append((X[:, 0].copy(), y.copy()))
            return super().loss(X, y)

    solver = make_solver(model=Recorder(np.random.default_rng(3)), num_epochs=2)
    solver.train()
    X, y = solver.data["X_train"], solver.data["y_train"]
    for epoch in (seen[: solver.iterations_per_epoch], seen[solver.iterations_per_epoch :]):
        firsts = np.concatenate([first for first, _ in epoch])
        labels = np.concatenate([part for _, part in epoch])
        place = {value: i for i, value in enumerate(X[:, 0])}
        rows = [place[value] for value in firsts]
        assert sorted(rows) == list(range(len(y)))
        assert np.array_equal(y[rows], labels)
    assert not np.array_equal(seen[0][0], seen[solver.iterations_per_epoch][0])


@pytest.mark.parametrize("options", [{"lr_decay": 0.5}, {"schedule": lambda step: 0.1 * 0.5 ** (step // 10)}])
def test_the_learning_rate_follows_decay_or_schedule(options):
    rates = []

    def rule(w, dw, config):
        rates.append(config["learning_rate"])
        return w, config

    solver = make_solver(update_rule=rule, optim_config={"learning_rate": 0.1}, num_epochs=3, **options)
    solver.train()
    per_epoch = solver.iterations_per_epoch * len(solver.model.params)
    assert solver.iterations_per_epoch == 10
    assert rates == pytest.approx(np.repeat([0.1, 0.05, 0.025], per_epoch))


def test_a_schedule_may_set_other_entries_and_each_parameter_has_its_own_config():
    configs = []

    def rule(w, dw, config):
        configs.append((w.shape, config["momentum"], config.get("count", 0)))
        return w, {**config, "count": config.get("count", 0) + 1}

    solver = make_solver(update_rule=rule, schedule={"momentum": lambda step: step / 10}, num_epochs=1)
    solver.train()
    shapes = [w.shape for w in solver.model.params.values()]
    assert configs == [(shape, step / 10, step) for step in range(10) for shape in shapes]


def test_augmented_minibatches_are_trained_on_and_accuracy_is_not():
    seen = []

    class Recorder(TinyNet):
        def loss(self, X, y=None):
            seen.append((y is None, float(np.abs(X).max())))
            return super().loss(X, y)

    make_solver(model=Recorder(np.random.default_rng(0)), augment=lambda X, rng: 0 * X, num_epochs=1).train()
    assert {size > 0 for evaluated, size in seen if evaluated} == {True}
    assert {size > 0 for evaluated, size in seen if not evaluated} == {False}


def descend(w, dw, config):
    return w - config["learning_rate"] * dw, config


def test_a_loss_that_runs_away_stops_training_with_advice_and_the_best_is_kept(capsys):
    solver = make_solver(
        update_rule=descend, schedule=lambda step: 0.1 if step < 20 else 1e9, num_epochs=9, verbose=True
    )
    solver.train()
    assert solver.stopped == capsys.readouterr().out.strip()
    assert "\n" not in solver.stopped
    assert "lower the learning rate by a factor of 10" in solver.stopped
    assert len(solver.loss_history) < 30
    assert all(np.isfinite(w).all() for w in solver.model.params.values())
    data = solver.data
    assert solver.check_accuracy(data["X_val"], data["y_val"]) == solver.best_val_acc > 0.3
    before = list(solver.loss_history)
    solver.train()
    assert solver.loss_history == before


def test_nan_in_the_data_is_told_from_a_high_learning_rate():
    solver = make_solver()
    solver.data["X_train"][:] = np.nan
    solver.train()
    assert "look for NaN in the data" in solver.stopped


def test_training_goes_on_where_it_stopped_when_there_are_more_epochs():
    expected, parts = trained(num_epochs=6), make_solver(num_epochs=2)
    parts.train()
    parts.num_epochs = 6
    parts.train()
    assert same(expected, result(parts))


def test_an_interrupted_training_keeps_its_best_and_resumes_from_the_checkpoint(tmp_path):
    expected = trained()

    def interrupting(w, dw, config):
        if len(solver.loss_history) == 34 and not solver.resumed:
            raise KeyboardInterrupt
        return adam(w, dw, config)

    interrupting.__name__ = "adam"
    solver = make_solver(checkpoint=tmp_path / "run.npz", update_rule=interrupting)
    solver.resumed = False
    with pytest.raises(KeyboardInterrupt):
        solver.train()
    assert solver.check_accuracy(solver.data["X_val"], solver.data["y_val"]) == solver.best_val_acc
    solver.resumed = True
    solver.train()
    assert same(expected, result(solver))


@pytest.mark.parametrize("every", [None, 7])
def test_another_process_goes_on_to_the_same_result(tmp_path, every):
    file = tmp_path / "run.npz"
    expected = trained()
    make_solver(checkpoint=file, checkpoint_every=every, num_epochs=3).train()
    other = make_solver(checkpoint=file, checkpoint_every=every)
    np.random.seed(99)
    other.train()
    assert same(expected, result(other))
    assert [part.name for part in tmp_path.iterdir()] == ["run.npz"]


@pytest.mark.slow
def test_a_training_killed_at_random_moments_ends_with_the_same_result(tmp_path):
    """A process trains with a checkpoint at every step and is killed again and again."""
    file, done, kills = tmp_path / "run.npz", tmp_path / "result.npz", 0
    rng = np.random.default_rng(0)
    while not done.exists():
        child = subprocess.Popen([sys.executable, GROUND, file, done], stdout=subprocess.PIPE)
        with child:
            child.stdout.readline()  # training begins
            if kills < 6:
                time.sleep(rng.uniform(0, 0.15))
                child.send_signal(signal.SIGKILL)
                kills += child.wait() == -signal.SIGKILL
            assert child.wait() in (0, -signal.SIGKILL)
    assert kills > 2
    with np.load(done) as found:
        assert same(trained(num_epochs=80), dict(found))


@pytest.mark.parametrize(
    "options, message",
    [
        ({"lr_decay": 0.5, "schedule": lambda step: 0.1}, "lr_decay needs"),
        ({"lr_decay": 0.5, "optim_config": {}}, "lr_decay needs"),
        ({"update_rule": lambda w, dw, config: (w[:1], config)}, "the updated W1 has shape"),
    ],
)
def test_what_cannot_work_is_said_in_one_line(options, message):
    with pytest.raises(ValueError, match=message):
        make_solver(**options).train()


def test_an_update_rule_is_found_by_its_name_in_optim(tmp_path, monkeypatch):
    (tmp_path / "optim.py").write_text("def sgd(w, dw, config):\n    return w - 0.1 * dw, config\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "optim", raising=False)
    assert make_solver(update_rule="sgd").update_rule.__name__ == "sgd"
    with pytest.raises(ValueError, match="no update rule 'sdg'"):
        make_solver(update_rule="sdg")
    sys.modules.pop("optim")


def test_without_a_generator_the_order_is_always_the_same():
    first, second = (make_solver(rng=None, model=TinyNet(np.random.default_rng(0))) for _ in range(2))
    assert np.array_equal(first.rng.permutation(50), second.rng.permutation(50))
