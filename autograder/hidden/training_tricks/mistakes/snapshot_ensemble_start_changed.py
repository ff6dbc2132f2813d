"""Your steps write into the arrays that the caller gave to start from. Copy them first."""

import numpy as np

MODULE = "ensembles"
CHECK = "snapshot_ensemble_start"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    snapshots = []
    for step in range(num_cycles * cycle_length):
        rate = max_rate / 2 * (1 + np.cos(np.pi * (step % cycle_length) / cycle_length))
        _, grads = loss(params)
        for name in params:
            params[name] -= rate * grads[name]
        if (step + 1) % cycle_length == 0:
            snapshots.append({name: array.copy() for name, array in params.items()})
    return snapshots
