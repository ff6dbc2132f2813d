"""Checks of training (with a stand-in for the network's loss) and of the spiral it is tried on."""

import numpy as np
from checks import NAMES, network, parameters

from toolkit.checks import check, close, equal


class StandIn:
    """Answers in place of a network's `loss` and `predict`; the first entry of an input is its class.

    Attributes
    ----------
    calls : list of tuples
        Minibatch, labels and `reg` of every call that asked for a loss.
    """

    def __init__(self, gradients):
        self.gradients = gradients
        self.calls = []

    def loss(self, X, y=None, reg=0.0):
        """Return scores, or a loss that falls from 2 and the gradients for this call."""
        if y is not None:
            self.calls.append((np.asarray(X), np.asarray(y), reg))
            return 2 - 0.1 * len(self.calls), self.gradients(len(self.calls) - 1)
        return np.equal.outer(self.predict(X), np.arange(100)).astype(float)

    def predict(self, X):
        """Return the classes."""
        return np.rint(np.asarray(X)[:, 0]).astype(int)

    def train(self, neural_net, params, data, rng, **options):
        """Train a network of the submission with this in its place; return the network and its history."""
        net = network(neural_net, params)
        net.loss, net.predict = self.loss, self.predict
        return net, net.train(*data, rng=rng, **options)


def data_set(rng, num_train, num_val, num_inputs):
    """Return training and validation data; three of the validation labels are wrong."""
    y, y_val = rng.permutation(num_train), rng.integers(0, 50, num_val)
    X, X_val = rng.normal(size=(num_train, num_inputs)), rng.normal(size=(num_val, num_inputs))
    X[:, 0], X_val[:, 0] = y, y_val
    y_val[rng.permutation(num_val)[:3]] += 1
    return X, y, X_val, y_val


def one_entry_each(params):
    """Return gradients of one entry of W1, another one for each call, which then shows the learning rate."""

    def gradients(call):
        grads = {name: np.zeros(params[name].shape) for name in NAMES}
        grads["W1"].flat[call % params["W1"].size] = 1.0
        return grads

    return gradients


@check("neural_net", points=2, cell="train")
def train_update(neural_net, rng):
    """Three steps move every parameter against its gradient"""
    params, gradients = parameters(rng, 3, 4, 2), parameters(rng, 3, 4, 2)
    options = {"learning_rate": 0.7, "learning_rate_decay": 1.0, "num_iters": 3, "batch_size": 5}
    stand_in = StandIn(lambda call: gradients)
    net, _ = stand_in.train(neural_net, params, data_set(rng, 20, 8, 3), rng, reg=0.3, **options)
    trained = net.params
    return {name: trained[name] for name in NAMES if name in trained}


@check(
    "neural_net",
    points=1.5,
    cell="train",
    outputs={
        "examples_have_their_labels": equal(),
        "different_examples_up_to_30": equal(),
        "batch_shapes": equal(guard=True),
        "regs": equal(guard=True),
    },
)
def train_batches(neural_net, rng):
    """Minibatches pair examples with their labels and use all of the data"""
    params, data = parameters(rng, 3, 5, 2), data_set(rng, 40, 8, 3)
    stand_in = StandIn(lambda call: params)
    stand_in.train(neural_net, params, data, rng, learning_rate=1e-3, reg=0.3, num_iters=16, batch_size=10)
    place = {tuple(row): label for row, label in zip(data[0].tolist(), data[1].tolist(), strict=True)}
    drawn = [
        (tuple(row), label)
        for X, y, _ in stand_in.calls
        for row, label in zip(X.tolist(), y.tolist(), strict=True)
    ]
    return {
        "examples_have_their_labels": float(all(place.get(row) == label for row, label in drawn)),
        # 160 draws miss more than 10 of 40 examples with a probability of less than 1e-10.
        "different_examples_up_to_30": min(len({row for row, _ in drawn}), 30),
        "batch_shapes": [[*X.shape, *y.shape] for X, y, _ in stand_in.calls],
        "regs": [reg for _, _, reg in stand_in.calls],
    }


@check("neural_net", points=1.5, cell="train")
def train_decay(neural_net, rng):
    """The learning rate decays once an epoch"""
    params = parameters(rng, 3, 4, 2)
    options = {"learning_rate": 0.5, "learning_rate_decay": 0.7, "num_iters": 10, "batch_size": 5}
    stand_in = StandIn(one_entry_each(params))
    net, _ = stand_in.train(neural_net, params, data_set(rng, 20, 8, 3), rng, reg=0.3, **options)
    return {"learning_rates": (params["W1"] - net.params["W1"]).ravel()[:10]}


@check("spiral", points=1, outputs={"y": equal(), "radius": close()})
def make_spiral(spiral, rng):
    """Shape, labels and distances from the centre of the spiral's points"""
    X, y = spiral.make_spiral(rng)
    return {"y": y, "radius": np.hypot(*X.T)}


### BEGIN HIDDEN TESTS
@check("neural_net", points=1, cell="train")
def train_histories(neural_net, rng):
    """Losses of all iterations, accuracies of all epochs"""
    params, data = parameters(rng, 3, 4, 2), data_set(rng, 20, 8, 3)
    stand_in = StandIn(lambda call: params)
    _, history = stand_in.train(neural_net, params, data, rng, learning_rate=1e-3, num_iters=10, batch_size=5)
    return {name: history[name] for name in ("loss_history", "train_acc_history", "val_acc_history")}


@check(
    "spiral",
    points=1,
    cell="make_spiral",
    outputs={"noise": close(rtol=0.2), "bend": close(rtol=0, atol=0.08)},
)
def make_spiral_angles(spiral, rng):
    """Angles of the spiral's points, and their noise"""
    X, _ = spiral.make_spiral(rng, num_per_class=600, num_classes=10)
    expected = np.concatenate([np.linspace(4 * arm, 4 * arm + 4, 600) for arm in range(10)])
    offset = np.angle((X[:, 1] + 1j * X[:, 0]) * np.exp(-1j * expected)).reshape(10, 600)[:, 1:]
    # Two samples of 10 times 599 points: the noise differs by a standard error of 1.6 %, each bend by 0.012.
    return {"noise": np.diff(offset).std() / np.sqrt(2), "bend": offset.mean(axis=1)}


### END HIDDEN TESTS
