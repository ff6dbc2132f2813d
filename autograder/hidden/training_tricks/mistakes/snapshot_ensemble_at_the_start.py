"""The snapshots are taken after the first step of each cycle, when the rate is highest. Take them after the
last step, when it is lowest.
"""

import numpy as np

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    params, snapshots = {name: array.copy() for name, array in params.items()}, []
    for step in range(num_cycles * cycle_length):
        rate = max_rate / 2 * (1 + np.cos(np.pi * (step % cycle_length) / cycle_length))
        _, grads = loss(params)
        for name in params:
            params[name] = params[name] - rate * grads[name]
        if step % cycle_length == 0:
            snapshots.append(dict(params))
    return snapshots
