"""Each cycle begins again with the parameters of the first. It must go on from where the last one ended:
that is what makes the further models cheap.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    snapshots = []
    for _ in range(num_cycles):
        current = dict(params)
        for step in range(cycle_length):
            rate = max_rate / 2 * (1 + np.cos(np.pi * step / cycle_length))
            _, grads = loss(current)
            current = {name: array - rate * grads[name] for name, array in current.items()}
        snapshots.append(current)
    return snapshots
