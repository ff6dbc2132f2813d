"""Newton's step, which knows the curvature as well as the slope (optional)."""

import numpy as np


def newton_step(w, gradient, hessian):
    """Go to where the quadratic function with this slope and curvature is flat: ``w - H⁻¹ g``.

    A step d away from w the loss is nearly ``f(w) + gᵀ d + ½ dᵀ H d``; its gradient there, ``g + H d``,
    vanishes for ``H d = -g``. There is no learning rate. Solve the system of equations (`np.linalg.solve`)
    rather than inverting H: that is faster and more precise.

    Parameters
    ----------
    w : float array (D,)
    gradient : float array (D,)
        g at w.
    hessian : float array (D, D)
        H at w, symmetric and invertible.

    Returns
    -------
    next_w : float array (D,)

    Source: CS231n course notes, "Neural Networks Part 3: Learning", section on second-order methods.
    """
    raise NotImplementedError("Implement newton_step in newton.py")
