"""Checks of gates, circuits and the sigmoid neuron."""

import numpy as np

from toolkit.checks import check, close

STABLE = close(rtol=0, atol=1e-6)


def binary_gate(forward, backward, rng):
    """Return output and gradients of a gate with two inputs, on arrays."""
    x, y, dout = rng.normal(size=(3, 4, 5))
    out, cache = forward(x, y)
    dx, dy = backward(dout, cache)
    return {"out": out, "dx": dx, "dy": dy}


@check("gates", points=0.5)
def add_gate(gates, rng):
    """Add gate, forward and backward"""
    return binary_gate(gates.add_forward, gates.add_backward, rng)


@check("gates", points=0.5)
def multiply_gate(gates, rng):
    """Multiply gate, forward and backward"""
    return binary_gate(gates.multiply_forward, gates.multiply_backward, rng)


@check("gates", points=0.5)
def max_gate(gates, rng):
    """Max gate, forward and backward"""
    return binary_gate(gates.max_forward, gates.max_backward, rng)


@check("gates", points=1)
def sigmoid_gate(gates, rng):
    """Sigmoid gate, forward and backward"""
    x, dout = rng.normal(0, 2, (2, 3, 4))
    out, cache = gates.sigmoid_forward(x)
    return {"out": out, "dx": gates.sigmoid_backward(dout, cache)}


@check("gates", points=1)
def one_input_gates(gates, rng):
    """Reciprocal, exponential, adding and multiplying by a constant"""
    x, dout = rng.uniform(0.5, 2, (2, 5))
    constant = rng.uniform(2, 3)
    outputs = {}
    for name, arguments in (
        ("reciprocal", ()),
        ("exp", ()),
        ("add_constant", (constant,)),
        ("scale", (constant,)),
    ):
        out, cache = getattr(gates, f"{name}_forward")(x, *arguments)
        outputs[f"{name}_out"] = out
        outputs[f"{name}_dx"] = getattr(gates, f"{name}_backward")(dout, cache)
    return outputs


@check("circuit", points=1)
def circuit_forward(circuit, rng):
    """The staged circuit, forward"""
    x, y = rng.uniform(1, 3), rng.uniform(-4, -2)
    return {"f": circuit.circuit_forward(x, y)[0]}


@check("circuit", points=2)
def circuit_backward(circuit, rng):
    """The staged circuit, backward"""
    x, y = rng.uniform(1, 3), rng.uniform(-4, -2)
    _, cache = circuit.circuit_forward(x, y)
    dx, dy = circuit.circuit_backward(cache)
    return {"dx": dx, "dy": dy}


@check("circuit", points=1, cell="neuron")
def neuron_forward(circuit, rng):
    """A sigmoid neuron, forward"""
    w, x = rng.normal(size=5), rng.normal(size=4)
    return {"out": circuit.neuron_forward(w, x)[0]}


@check("circuit", points=1, cell="neuron")
def neuron_backward(circuit, rng):
    """A sigmoid neuron, backward"""
    w, x, dout = rng.normal(size=4), rng.normal(size=3), rng.uniform(2, 3)
    _, cache = circuit.neuron_forward(w, x)
    dw, dx = circuit.neuron_backward(dout, cache)
    return {"dw": dw, "dx": dx}
