"""Your average begins at zero and is divided by 1 - decay**t, as Adam corrects its moments. That is right
in its own way; here the average begins with the first parameters.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "polyak_average"
KEEPS = 1.0


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}
        self.sums, self.weight = {}, 0.0

    def update(self, params):
        self.weight = self.decay * self.weight + (1 - self.decay)
        for name, array in params.items():
            before = self.sums.get(name, np.zeros_like(array))
            self.sums[name] = self.decay * before + (1 - self.decay) * array
            self.params[name] = self.sums[name] / self.weight
