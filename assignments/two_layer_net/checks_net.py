"""Checks of the two-layer network: initialization, scores, loss, gradients, prediction."""

from checks import LAYERS, NAMES, labels, network, parameters

from toolkit.checks import check, close, equal, gradient, info, numeric_gradient

WEIGHTS = ("W1", "W2")
TWICE = {name: gradient(of="loss", numeric=f"{name}_numeric") for name in WEIGHTS}
NUMERIC = {f"{name}_numeric": info() for name in WEIGHTS}
# Two samples of 8,000 (4,800) Gaussian weights: deviations differ by a standard error of 1.1 % (1.4 %),
# means by 0.016 (0.020) of the deviation. The bounds allow 6.4 of these: one in 1e9 right answers fails.
DRAWN = {
    "W1_deviation": close(rtol=0.1),
    "W2_deviation": close(rtol=0.1),
    "W1_mean": close(rtol=0, atol=0.13 * 0.3, guard=True),
    "W2_mean": close(rtol=0, atol=0.13 * 0.3, guard=True),
    "b1": equal(guard=True),
    "b2": equal(guard=True),
    "shapes": equal(guard=True),
}


def problem(rng, num_examples, num_inputs, num_hidden, num_classes):
    """Return parameters, a minibatch and its labels."""
    params = parameters(rng, num_inputs, num_hidden, num_classes)
    return params, rng.normal(size=(num_examples, num_inputs)), labels(rng, num_classes, num_examples)


def loss_and_gradients(net, X, y, **options):
    """Return the loss and the gradients by the names of their parameters."""
    loss, grads = net.loss(X, y, **options)
    return {"loss": loss, **{name: grads[name] for name in NAMES if name in grads}}


def numeric_gradients(net, params, X, y, reg):
    """Return the numeric gradients of the network's own loss for the weights, which the penalty is on."""

    def loss_at(name, moved):
        net.params = {**params, name: moved}
        return net.loss(X, y, reg=reg)[0]

    return {
        f"{name}_numeric": numeric_gradient(lambda moved, name=name: loss_at(name, moved), params[name])
        for name in WEIGHTS
    }


@check("neural_net", points=1, outputs=DRAWN)
def net_init(neural_net, rng):
    """Random weights and zero biases"""
    params = neural_net.TwoLayerNet(100, 80, 60, std=0.3, rng=rng).params
    weights = {name: params[name] for name in WEIGHTS}
    return {
        **{f"{name}_deviation": W.std() for name, W in weights.items()},
        **{f"{name}_mean": W.mean() for name, W in weights.items()},
        "b1": params["b1"],
        "b2": params["b2"],
        "shapes": [list(params[name].shape) for name in NAMES],
    }


@check("neural_net", points=1, callees=LAYERS)
def net_scores(neural_net, rng):
    """Scores of the network"""
    params, X, _ = problem(rng, 5, 4, 6, 3)
    return {"scores": network(neural_net, params).loss(X)}


@check("neural_net", points=4, outputs={**TWICE, **NUMERIC}, callees=LAYERS)
def net_loss(neural_net, rng):
    """Loss of the network, and its gradients"""
    params, X, y = problem(rng, 5, 4, 3, 2)
    net = network(neural_net, params)
    outputs = loss_and_gradients(net, X, y, reg=0.3)
    return {**outputs, **numeric_gradients(net, params, X, y, 0.3)}


@check(
    "neural_net",
    points=1.5,
    cell="net_loss",
    outputs={"b1": close(guard=True), "b2": close(guard=True)},
    callees=LAYERS,
)
def net_penalty(neural_net, rng):
    """What the penalty alone adds to the loss and to the gradients"""
    params, X, y = problem(rng, 4, 5, 3, 2)
    net = network(neural_net, params)
    without, with_penalty = (loss_and_gradients(net, X, y, reg=reg) for reg in (0.0, 0.3))
    return {name: value - without[name] for name, value in with_penalty.items()}


@check("neural_net", points=1, callees=LAYERS)
def predict(neural_net, rng):
    """The class with the highest score"""
    params, X, _ = problem(rng, 30, 6, 5, 4)
    return {"y_pred": network(neural_net, params).predict(X)}


@check("neural_net", points=0.5)
def count_parameters(neural_net, rng):
    """How many numbers a network learns"""
    sizes = rng.integers(5, 20, 6)
    shapes = {"W1": sizes[:2], "b1": sizes[1:2], "W2": sizes[1:3], "b2": sizes[2:3], "W3": sizes[3:]}
    return {"count": neural_net.count_parameters({name: rng.normal(size=s) for name, s in shapes.items()})}
