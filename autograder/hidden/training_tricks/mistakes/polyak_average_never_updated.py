"""Only the first update is kept: a name that is in the average already is never changed again."""

MODULE = "ensembles"
CHECK = "polyak_average"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            self.params.setdefault(name, self.decay * array + (1 - self.decay) * array)
