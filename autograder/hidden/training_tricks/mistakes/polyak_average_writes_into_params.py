"""The parameters that you are given are multiplied in place, and the model goes on training with those.
Compute the new average in arrays of its own.
"""

MODULE = "ensembles"
CHECK = "polyak_average_usual_decay"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            if name not in self.params:
                self.params[name] = array.copy()
            array *= 1 - self.decay
            self.params[name] = self.decay * self.params[name] + array
