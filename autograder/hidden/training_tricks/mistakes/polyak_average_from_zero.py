"""The average begins at zero, and its first values are far too small. Begin it with a copy of the first
parameters.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "polyak_average"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            before = self.params.get(name, np.zeros_like(array))
            self.params[name] = self.decay * before + (1 - self.decay) * array
