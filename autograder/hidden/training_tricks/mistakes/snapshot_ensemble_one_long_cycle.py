"""The learning rate falls once over the whole run. Within each cycle it must fall anew: use `step %
cycle_length`.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    params, snapshots = {name: array.copy() for name, array in params.items()}, []
    for step in range(num_cycles * cycle_length):
        rate = max_rate / 2 * (1 + np.cos(np.pi * step / (num_cycles * cycle_length)))
        _, grads = loss(params)
        for name in params:
            params[name] = params[name] - rate * grads[name]
        if (step + 1) % cycle_length == 0:
            snapshots.append(dict(params))
    return snapshots
