"""The learning rate is constant. It must fall within each cycle, or the model does not settle before its
snapshot.
"""

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    params, snapshots = {name: array.copy() for name, array in params.items()}, []
    for step in range(num_cycles * cycle_length):
        rate = max_rate
        _, grads = loss(params)
        for name in params:
            params[name] = params[name] - rate * grads[name]
        if (step + 1) % cycle_length == 0:
            snapshots.append(dict(params))
    return snapshots
