"""Reference: log-sum-exp, a table of votes, explicit weights, and a closed loop over cycles."""

import numpy as np


def average_probabilities(scores):
    total = np.zeros(np.shape(scores[0]))
    for own in scores:
        logsum = np.logaddexp.reduce(own, axis=1)
        total += np.exp(own - logsum[:, np.newaxis])
    return total / len(scores)


def majority_vote(labels):
    votes = np.stack([np.asarray(own) for own in labels])
    table = (votes[:, :, np.newaxis] == np.arange(votes.max() + 1)).sum(axis=0)  # (N, C)
    return np.argmax(table, axis=1)


class PolyakAverage:
    """Keeps all parameters, and weighs them anew: 1, d for the first, (1 - d) dᵏ for one k updates old."""

    def __init__(self, decay=0.995):
        self.decay, self.seen, self.params = decay, [], {}

    def update(self, params):
        self.seen.append({name: np.array(array) for name, array in params.items()})
        ages = np.arange(len(self.seen))[::-1]
        weights = (1 - self.decay) * self.decay**ages
        weights[0] = self.decay ** ages[0]
        self.params = {
            name: np.tensordot(weights, np.array([seen[name] for seen in self.seen]), axes=1)
            for name in params
        }


def snapshot_ensemble(loss, params, num_cycles, cycle_length, max_rate):
    rates = max_rate * np.cos(np.pi * np.arange(cycle_length) / (2 * cycle_length)) ** 2
    current = {name: np.array(array) for name, array in params.items()}
    snapshots = []
    for _ in range(num_cycles):
        for rate in rates:
            gradients = loss({name: array.copy() for name, array in current.items()})[1]
            for name in current:
                current[name] -= rate * gradients[name]
        snapshots.append({name: array.copy() for name, array in current.items()})
    return snapshots
