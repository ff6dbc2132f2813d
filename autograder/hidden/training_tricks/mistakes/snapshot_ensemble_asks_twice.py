"""Call `loss` once for each step: a call costs a forward and a backward pass, and draws another minibatch."""

import numpy as np

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    params, snapshots = dict(params), []
    for step in range(num_cycles * cycle_length):
        rate = max_rate / 2 * (1 + np.cos(np.pi * (step % cycle_length) / cycle_length))
        _ = loss(params)[0]
        grads = loss(params)[1]
        params = {name: array - rate * grads[name] for name, array in params.items()}
        if step % cycle_length == cycle_length - 1:
            snapshots.append(params)
    return snapshots
