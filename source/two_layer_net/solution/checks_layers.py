"""Checks of layers and of losses on scores."""

import numpy as np
from checks import labels

from toolkit.checks import check, close, equal, gradient, info, numeric_gradient

TWICE = {"dx": gradient(of="loss", numeric="dx_numeric"), "dx_numeric": info()}


def affine(rng, shape, num_outputs):
    """Return inputs of a shape, weights, bias and an upstream gradient of an affine layer."""
    num_inputs = int(np.prod(shape[1:]))
    x, w = rng.normal(size=shape), rng.normal(size=(num_inputs, num_outputs))
    return x, w, rng.normal(size=num_outputs), rng.normal(size=(shape[0], num_outputs))


def affine_gradients(layers, rng, shape, num_outputs):
    """Return what affine_backward gives behind affine_forward."""
    x, w, b, dout = affine(rng, shape, num_outputs)
    _, cache = layers.affine_forward(x, w, b)
    dx, dw, db = layers.affine_backward(dout, cache)
    return {"dx": dx, "dw": dw, "db": db}


def judged_loss(loss_function, x, y):
    """Return a loss on scores, its gradient, and the numeric gradient of that loss."""
    loss, dx = loss_function(x, y)
    return {"loss": loss, "dx": dx, "dx_numeric": numeric_gradient(lambda x: loss_function(x, y)[0], x)}


@check("layers", points=1)
def affine_forward(layers, rng):
    """Scores of a fully connected layer, for rows and for images"""
    rows, images = affine(rng, (4, 6), 3), affine(rng, (3, 2, 5, 4), 7)
    return {
        f"of_{name}": layers.affine_forward(*case[:3])[0]
        for name, case in (("rows", rows), ("images", images))
    }


@check("layers", points=2, callees={"layers": ("affine_forward",)})
def affine_backward(layers, rng):
    """Gradients of a fully connected layer"""
    return affine_gradients(layers, rng, (5, 4), 3)


@check("layers", points=0.5)
def relu_forward(layers, rng):
    """Rectified linear units, forward"""
    return {"out": layers.relu_forward(rng.normal(size=(4, 5)))[0]}


@check("layers", points=1, callees={"layers": ("relu_forward",)})
def relu_backward(layers, rng):
    """Rectified linear units, backward"""
    x, dout = rng.normal(size=(2, 6, 5))
    _, cache = layers.relu_forward(x)
    return {"dx": layers.relu_backward(dout, cache)}


@check("layers", points=2, outputs=TWICE)
def svm_loss(layers, rng):
    """SVM loss of scores, and its gradient"""
    x, y = rng.normal(size=(4, 3)), labels(rng, 3, 4)
    x[0, y[0]] = x[0].min() - 1  # two positive margins
    return judged_loss(layers.svm_loss, x, y)


@check("layers", points=2, outputs=TWICE)
def softmax_loss(layers, rng):
    """Softmax loss of scores, and its gradient"""
    return judged_loss(layers.softmax_loss, rng.normal(size=(4, 3)), labels(rng, 3, 4))


### BEGIN HIDDEN TESTS
@check("layers", points=1.5, cell="affine_backward", callees={"layers": ("affine_forward",)})
def affine_backward_images(layers, rng):
    """Gradients for a minibatch of images: dx has their shape"""
    return affine_gradients(layers, rng, (3, 2, 4, 5), 6)


@check(
    "layers",
    points=0.25,
    cell="relu_backward",
    outputs={"dx": close(), "dout_afterwards": equal(guard=True)},
    partial=False,
    callees={"layers": ("relu_forward",)},
)
def relu_backward_keeps_dout(layers, rng):
    """The gradient from above is not written over"""
    x, dout = rng.normal(size=(2, 4, 7))
    _, cache = layers.relu_forward(x)
    dx, (dout_afterwards, _) = layers.relu_backward.with_args(dout, cache)
    return {"dx": dx, "dout_afterwards": dout_afterwards}


@check("layers", points=0.25, cell="relu_backward", callees={"layers": ("relu_forward",)})
def relu_backward_zeros(layers, rng):
    """Inputs that are exactly zero, in an array of three dimensions"""
    x, dout = rng.normal(size=(2, 3, 4, 5))
    x[rng.random(x.shape) < 0.3] = 0
    _, cache = layers.relu_forward(x)
    return {"dx": layers.relu_backward(dout, cache)}


@check("layers", points=1, cell="svm_loss")
def svm_loss_ten_classes(layers, rng):
    """SVM loss with ten classes, some of them absent"""
    loss, dx = layers.svm_loss(3 * rng.normal(size=(6, 10)), rng.permutation(10)[:6])
    return {"loss": loss, "dx": dx}


@check("layers", points=1, cell="softmax_loss")
def softmax_loss_ten_classes(layers, rng):
    """Softmax loss with ten classes, some of them absent"""
    loss, dx = layers.softmax_loss(2 * rng.normal(size=(6, 10)), rng.permutation(10)[:6])
    return {"loss": loss, "dx": dx}


@check("layers", points=0.5, cell="softmax_loss")
def softmax_loss_overflow(layers, rng):
    """Softmax loss of scores around 1,000 and -1,000"""
    x, y = rng.normal(size=(5, 4)) + 1000 * np.array([[1], [1], [-1], [-1], [0]]), labels(rng, 4, 5)
    loss, dx = layers.softmax_loss(x, y)
    return {"loss": loss, "dx": dx}


@check("layers", points=0.5, cell="softmax_loss")
def softmax_loss_underflow(layers, rng):
    """Softmax loss where a right class is 10,000 below the highest score"""
    x, y = rng.normal(size=(5, 4)), labels(rng, 4, 5)
    x[0, y[0]] -= 1e4
    loss, dx = layers.softmax_loss(x, y)
    return {"loss": loss, "dx": dx}


### END HIDDEN TESTS
