"""The learning rate falls along a straight line. Half a cosine is asked for: slow at first, fast in the
middle, slow at the end.
"""

MODULE = "ensembles"
CHECK = "snapshot_ensemble"


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    params, snapshots = {name: array.copy() for name, array in params.items()}, []
    for step in range(num_cycles * cycle_length):
        rate = max_rate * (1 - step % cycle_length / cycle_length)
        _, grads = loss(params)
        for name in params:
            params[name] = params[name] - rate * grads[name]
        if (step + 1) % cycle_length == 0:
            snapshots.append(dict(params))
    return snapshots
