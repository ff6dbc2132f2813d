"""`decay` and `1 - decay` are exchanged: the average follows the last parameters almost at once. The old
average keeps the large share.
"""

MODULE = "ensembles"
CHECK = "polyak_average"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            before = self.params.get(name, array)
            self.params[name] = (1 - self.decay) * before + self.decay * array
