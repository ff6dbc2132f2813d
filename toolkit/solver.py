"""Train a model on minibatches with any update rule, keep the best parameters, and survive being killed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.progress import progress
from toolkit.solver_checkpoint import model_state, read_checkpoint, restore_model, write_checkpoint
from toolkit.solver_signature import named_rule, signature
from toolkit.solver_signs import accuracy, divergence

KEPT = "step order loss_history train_acc_history val_acc_history best_val_acc best optim_configs".split()

Schedule = Callable[[int], float]


class Solver:
    """Minibatch training of a model.

    Parameters
    ----------
    model : object
        With `params`, a dict of arrays, and `loss(X, y)`, which returns loss and gradients, a dict of arrays
        of the same names and shapes; `loss(X)` returns scores (N, C) as at test time.
    data : mapping
        Arrays `X_train`, `y_train`, `X_val`, `y_val`.
    update_rule : callable or str
        `(w, dw, config) -> (next_w, config)`, or the name of such a function in `optim.py`. Each
        parameter has its own `config`; the one returned is passed to the next step.
    optim_config : mapping, optional
        What every `config` begins with, for example `{"learning_rate": 1e-2}`.
    schedule : callable or dict of callables, optional
        `schedule(step)`, steps counted from 0, is the learning rate of that step. A dict sets entries of
        `config` by name: `{"learning_rate": …, "momentum": …}`.
    lr_decay : float
        Instead of a schedule: the learning rate is multiplied by this after each epoch.
    num_epochs, batch_size : int
        Each epoch visits the examples in a new random order, without what is left after full minibatches.
    rng : numpy.random.Generator, optional
        For the order of examples and for `augment`; `default_rng(0)` if not given.
    augment : callable, optional
        `augment(X, rng)` returns the minibatch that is trained on instead of `X`.
    num_train_samples, num_val_samples : int or None
        Accuracies are measured on so many examples, the same all the time; None means all.
    checkpoint, checkpoint_every : path and int, optional
        File that keeps the training after each epoch, or also after every `checkpoint_every` steps. If it
        exists, training goes on from it, to the same result bit for bit. Kept of the model are `params` and
        all other attributes made of arrays, numbers and generators (`bn_params`, `rng` …).
    verbose : bool
        Show a progress bar, and say why training stopped early.
    print_every : int
        If not 0, print loss and validation accuracy every so many steps.

    Attributes
    ----------
    loss_history : list of float
        One per step.
    train_acc_history, val_acc_history : list of float
        Before training and after each epoch: `num_epochs` + 1 shares from 0 to 1.
    best_val_acc : float
        The highest validation accuracy; `model` has its parameters after `train`.
    stopped : str or None
        Why training stopped early, and what to do.

    Source: the interface of CS231n's Solver; best-validation parameters are early stopping (L. Prechelt,
    "Early stopping, but when?", 1998).
    """

    def __init__(
        self,
        model: Any,
        data: Mapping[str, np.ndarray],
        *,
        update_rule: Callable[..., Any] | str = "sgd",
        optim_config: Mapping[str, Any] | None = None,
        schedule: Schedule | Mapping[str, Schedule] | None = None,
        lr_decay: float = 1.0,
        num_epochs: int = 10,
        batch_size: int = 100,
        rng: np.random.Generator | None = None,
        augment: Callable[[np.ndarray, np.random.Generator], np.ndarray] | None = None,
        num_train_samples: int | None = 1_000,
        num_val_samples: int | None = None,
        checkpoint: str | Path | None = None,
        checkpoint_every: int | None = None,
        verbose: bool = True,
        print_every: int = 0,
    ) -> None:
        self.model, self.data = model, data
        self.update_rule = named_rule(update_rule) if isinstance(update_rule, str) else update_rule
        self.optim_config = dict(optim_config or {})
        self.schedules = {"learning_rate": schedule} if callable(schedule) else dict(schedule or {})
        self.num_epochs, self.batch_size = num_epochs, batch_size
        self.rng = np.random.default_rng(0) if rng is None else rng
        self.augment = augment
        self.num_samples = {"train": num_train_samples, "val": num_val_samples}
        self.checkpoint = None if checkpoint is None else Path(checkpoint)
        self.checkpoint_every = checkpoint_every
        self.verbose, self.print_every = verbose, print_every
        self.iterations_per_epoch = max(len(data["y_train"]) // batch_size, 1)
        if lr_decay != 1.0:
            if self.schedules or "learning_rate" not in self.optim_config:
                raise ValueError("lr_decay needs a learning_rate in optim_config, and no schedule")
            rate = self.optim_config["learning_rate"]
            self.schedules["learning_rate"] = lambda t: rate * lr_decay ** (t // self.iterations_per_epoch)
        self._signature: dict[str, Any] = {}
        self._latest: list[dict[str, Any]] = []
        self._reset()

    def train(self) -> None:
        """Train until `num_epochs` are done, and leave the best parameters in the model.

        Raises
        ------
        CheckpointError
            If the checkpoint is damaged, or of a training with other data, sizes or settings.
        """
        self._resume()
        try:
            with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
                self._run()
            self._latest = [self._state()]
        finally:
            if self.best:
                restore_model(self.model, self.best, generators=False)
        if self.stopped and self.verbose:
            print(self.stopped)

    def check_accuracy(self, X: np.ndarray, y: np.ndarray, num_samples: int | None = None) -> float:
        """Return the share of right answers among all examples, or `num_samples` evenly spread ones."""
        return accuracy(self.model, X, y, num_samples)

    def _reset(self) -> None:
        self.step = 0
        self.loss_history: list[float] = []
        self.train_acc_history: list[float] = []
        self.val_acc_history: list[float] = []
        self.best_val_acc = -1.0
        self.best: dict[str, Any] = {}
        self.optim_configs = {name: copy.deepcopy(self.optim_config) for name in self.model.params}
        self.order = np.zeros(0, int)
        self.stopped: str | None = None

    def _run(self) -> None:
        if not self.val_acc_history:
            self._evaluate()
        steps = range(self.step, self.num_epochs * self.iterations_per_epoch)
        for _ in progress(steps, "training") if self.verbose else steps:
            self.stopped = self.stopped or self._take_step()
            if self.stopped:
                return
            epoch_ends = self.step % self.iterations_per_epoch == 0
            if epoch_ends:
                self._evaluate()
            if epoch_ends or (self.checkpoint_every and self.step % self.checkpoint_every == 0):
                self._save()

    def _take_step(self) -> str | None:
        """Update all parameters by one minibatch; return why training must stop, if it must."""
        place = self.step % self.iterations_per_epoch * self.batch_size
        if place == 0:
            self.order = self.rng.permutation(len(self.data["y_train"]))
        rows = self.order[place : place + self.batch_size]
        X, y = self.data["X_train"][rows], self.data["y_train"][rows]
        loss, grads = self.model.loss(X if self.augment is None else self.augment(X, self.rng), y)
        self.loss_history += [float(loss)]
        if self.print_every and self.step % self.print_every == 0:
            print(f"step {self.step}: loss {loss:.4f}, validation accuracy {self.val_acc_history[-1]:.3f}")
        if advice := divergence(self.loss_history):
            return advice
        scheduled = {key: float(schedule(self.step)) for key, schedule in self.schedules.items()}
        for name, w in self.model.params.items():
            config = {**self.optim_configs[name], **scheduled}
            next_w, self.optim_configs[name] = self.update_rule(w, grads[name], config)
            if np.shape(next_w) != w.shape:
                raise ValueError(f"the updated {name} has shape {np.shape(next_w)}, expected {w.shape}")
            self.model.params[name] = np.asarray(next_w, w.dtype)
        self.step += 1
        return None

    def _evaluate(self) -> None:
        for split, history in (("train", self.train_acc_history), ("val", self.val_acc_history)):
            X, y = self.data[f"X_{split}"], self.data[f"y_{split}"]
            history.append(self.check_accuracy(X, y, self.num_samples[split]))
        if self.val_acc_history[-1] > self.best_val_acc:
            self.best_val_acc, self.best = self.val_acc_history[-1], model_state(self.model)

    def _state(self) -> dict[str, Any]:
        kept = {name: getattr(self, name) for name in KEPT}
        return {**kept, "model": model_state(self.model), "rng": self.rng}

    def _save(self) -> None:
        if self.checkpoint:
            state = {**self._state(), "numpy_random": np.random.get_state(legacy=False)}
            write_checkpoint(self.checkpoint, self._signature, state)

    def _resume(self) -> None:
        """Go back to where training stopped: in this process, or else to the checkpoint."""
        self._signature = self._signature or signature(self)
        if self._latest:
            state = self._latest.pop()
        else:
            self._reset()
            found = read_checkpoint(self.checkpoint, self._signature) if self.checkpoint else None
            if found is None:
                return
            state = found
            np.random.set_state(state["numpy_random"])
        for name in KEPT:
            setattr(self, name, state[name])
        self.rng.bit_generator.state = state["rng"].bit_generator.state
        restore_model(self.model, state["model"])
