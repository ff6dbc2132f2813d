"""Score trained models with a `predict` of ours, on images that are not given out, against the reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from autograder.attempts import Attempts
from autograder.course import CourseError
from autograder.hidden_images import HiddenImages, held_out_digest, hidden_images
from autograder.references import References
from autograder.training import our_features, our_model
from toolkit.comparison import Verdict
from toolkit.installation import Installed
from toolkit.model_checks import FEATURES, ModelCheck
from toolkit.trained_model import Model, ModelError, read_model

SAME = 0.01

Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Target:
    """What a model is scored with: inputs, labels, and the accuracies that earn nothing and all."""

    inputs: np.ndarray
    labels: np.ndarray
    chance: float
    reference: float
    enough: float

    def share(self, accuracy: float) -> float:
        """Return the share of the points: none at chance, all from `enough` on, linear in between."""
        return min(1.0, max(0.0, (accuracy - self.chance) / (self.enough - self.chance)))


@dataclass
class TrainedModels:
    """Scores models of one assignment; holds the hidden images and the reference's accuracies on them."""

    references: References
    data: Installed | None
    _targets: dict[str, Target] = field(default_factory=dict)

    @property
    def data_digest(self) -> str:
        """SHA-256 of all images that results depend on; empty if none are installed."""
        own = held_out_digest(self.data) if self.data and self.references.models else ""
        return (self.data.sha256 if self.data else "") + own

    @cached_property
    def hidden(self) -> HiddenImages:
        """The images, drawn by the course secret."""
        assert self.data
        seed = self.references.seeds.seed(self.references.assignment.name, "hidden images")
        return hidden_images(self.data, seed)

    def judge(
        self, check: ModelCheck, content: bytes | None, attempts: Attempts
    ) -> tuple[Verdict, str | None]:
        """Return the verdict on a model's file, and the name of the mistake that it shows.

        Parameters
        ----------
        check : ModelCheck
        content : bytes or None
            The file, None if it was not handed in.
        attempts : Attempts
            Runs the submission's own extraction of features.

        Raises
        ------
        CourseError
            If the model was trained on other data than are installed here, which is not its author's fault.
        """
        if content is None:
            advice = "run its notebook to the end and hand the file in beside it"
            return Verdict("not_implemented", 0.0, (f"{check.module} is missing: {advice}",)), None
        try:
            model = read_model(content, check.module, check.shapes)
        except ModelError as error:
            return Verdict("failed", 0.0, (str(error),)), None
        assert self.data
        if not model.is_of(self.data):
            raise CourseError(_other_data(check, model, self.data))
        target = self._target(check)
        verdict = self._score(check, model.arrays, target)
        if verdict.share < 1 and check.features:
            own = self._own_features(check, model.arrays, attempts)
            verdict = own if own and own.share > verdict.share else verdict
        if verdict.share == 1:
            return verdict, None
        return verdict, self._recognise(check, model.arrays, target, verdict.share)

    def _score(self, check: ModelCheck, arrays: Arrays, target: Target) -> Verdict:
        accuracy = check.accuracy(arrays, target.inputs, target.labels)
        share = target.share(accuracy)
        said = f"right on {accuracy:.1%} of {len(target.labels):,} images that are not given out"
        if share < 1:
            said += f"; all points from {target.enough:.1%} on (the reference: {target.reference:.1%})"
        spread = np.sqrt(target.chance * (1 - target.chance) / len(target.labels))
        if accuracy < target.chance + 3 * spread:
            said += f"; guessing gives {target.chance:.0%}: are these the weights after training?"
        status = "passed" if share == 1 else "partial" if share else "failed"
        return Verdict(status, share, (said,), accuracy, len(target.labels))

    def _own_features(self, check: ModelCheck, arrays: Arrays, attempts: Attempts) -> Verdict | None:
        """Score with the submission's own features, which cost points elsewhere if they are wrong."""
        target = self._target(check)
        ours = target.inputs[:FEATURES]
        outcome = attempts.attempt(check.extraction(self.hidden.images[:FEATURES]))
        features = (outcome.outputs or {}).get("features")
        if not isinstance(features, np.ndarray) or features.shape != ours.shape:
            return None
        if np.allclose(features, ours, atol=SAME):
            return None
        verdict = self._score(
            check, arrays, replace(target, inputs=features, labels=target.labels[:FEATURES])
        )
        return replace(verdict, messages=(f"with your own features: {verdict.messages[0]}",))

    def _target(self, check: ModelCheck) -> Target:
        assert self.data
        if check.name not in self._targets:
            images, labels = self.hidden.images, self.hidden.labels
            assignment = self.references.assignment
            inputs = our_features(assignment, check, images) if check.features else images
            content = our_model(assignment, check, self.data)
            model = read_model(content, check.module, check.shapes)
            reference = check.accuracy(model.arrays, inputs, labels)
            chance = 1 / len(self.data.classes)
            if check.full * reference <= chance:
                raise CourseError(f"{check.name}: the reference is right on {reference:.1%} only")
            self._targets[check.name] = Target(inputs, labels, chance, reference, check.full * reference)
        return self._targets[check.name]

    def _recognise(self, check: ModelCheck, arrays: Arrays, target: Target, share: float) -> str | None:
        """Name the mistake whose mending brings the model at least half of the way to all points."""
        found: dict[str, float] = {}
        for mistake in self.references.mistakes:
            if mistake.module == check.module:
                mended = mistake.functions()["mend"](arrays, target.inputs)
                accuracy = check.accuracy(mended, target.inputs, target.labels)
                found[mistake.name] = target.share(accuracy)
        best = max(found, key=lambda name: found[name], default=None)
        return best if best is not None and found[best] >= (1 + share) / 2 else None


def _other_data(check: ModelCheck, model: Model, data: Installed) -> str:
    return (
        f"{check.module} was trained on {model.data_name} ({model.data_sha256[:8]}…), but {data.name} "
        f"({data.sha256[:8]}…) is installed here, so it cannot be scored fairly: grade with those data "
        "(`autograder data`), or ask for a model trained on these"
    )
