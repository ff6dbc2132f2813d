"""Say in words how well a gradient agrees with differences of the function it should belong to."""

from __future__ import annotations

from dataclasses import dataclass

RIGHT, FINE, WRONG = 1e-7, 1e-4, 1e-2


@dataclass(frozen=True, repr=False)
class GradientReport:
    """How well a gradient agrees with differences of its function; printed, it says so in words.

    Attributes
    ----------
    error : float
        Largest difference of the two gradients, divided by the largest entry of either; NaN if nothing
        could be compared.
    compared, kinks : int
        Entries (or random directions) that were compared, and those left out because the function has a kink
        within `h` of `x` there.
    where : tuple of int, or None
        Index of the worst entry; None if random directions were compared.
    numeric, analytic : float
        The two values at the worst entry, or the two slopes along the worst direction.
    dtype : str
        Type of the entries of `x`.
    """

    error: float
    compared: int
    kinks: int
    where: tuple[int, ...] | None
    numeric: float
    analytic: float
    dtype: str

    @property
    def verdict(self) -> str:
        """What the error means: `right`, `fine with kinks`, `suspicious`, `wrong` or `undecided`.

        Below 1e-7 a gradient is right; up to 1e-4 it is fine if the function has kinks; up to 1e-2 it is
        suspicious, yet may be right at ten layers; above it is wrong.
        """
        if not self.compared:
            return "undecided"
        for limit, word in ((RIGHT, "right"), (FINE, "fine with kinks"), (WRONG, "suspicious")):
            if self.error < limit:
                return word
        return "wrong"

    def __repr__(self) -> str:
        what = "entries" if self.where is not None else "random directions"
        if not self.compared:
            return f"undecided: all {self.kinks} {what} meet a kink within h; choose other inputs"
        place = f"at index {self.where}" if self.where is not None else "along one direction"
        lines = [
            f"{self.verdict}: relative error {self.error:.1e} over {self.compared} {what}",
            f"worst {place}: numeric {self.numeric:.8g}, analytic {self.analytic:.8g}",
        ]
        if self.kinks:
            lines.append(f"left out because of a kink within h: {self.kinks} of {self.kinks + self.compared}")
        if self.verdict == "fine with kinks":
            lines.append("for a function without kinks (no max, ReLU, hinge) this error is too high")
        if self.dtype != "float64":
            lines.append(f"x is {self.dtype}: rounding hides much of a difference, check in float64")
        return "\n  ".join(lines)
