"""All parameters since the beginning count the same. Those from early in the training are far off: their
weight must decay.
"""

MODULE = "ensembles"
CHECK = "polyak_average"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params, self.count = decay, {}, 0

    def update(self, params):
        self.count += 1
        for name, array in params.items():
            before = self.params.get(name, array)
            self.params[name] = before + (array - before) / self.count
