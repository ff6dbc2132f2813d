"""The decay that is used without another one is not 0.995."""

MODULE = "ensembles"
CHECK = "polyak_average_usual_decay"


class PolyakAverage:
    def __init__(self, decay=0.9):
        self.decay, self.params = decay, {}

    def update(self, params):
        for name, array in params.items():
            before = self.params.get(name, array)
            self.params[name] = self.decay * before + (1 - self.decay) * array
