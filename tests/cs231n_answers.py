"""Answers of our own in the layout of CS231n's public assignments, with the imports of their starter code."""

KNN = '''\
import numpy as np
from past.builtins import xrange


class KNearestNeighbor(object):
    """ Classifies by the nearest training points. """

    def __init__(self):
        pass

    def train(self, X, y):
        self.X_train = X
        self.y_train = y

    def predict(self, X, k=1, num_loops=0):
        loops = ("no_loops", "one_loop", "two_loops")[num_loops]
        return self.predict_labels(getattr(self, "compute_distances_" + loops)(X), k=k)

    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in xrange(X.shape[0]):
            for j in xrange(self.X_train.shape[0]):
                dists[i, j] = np.linalg.norm(X[i].astype(float) - self.X_train[j])
        return dists

    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in xrange(X.shape[0]):
            dists[i] = np.linalg.norm(self.X_train - X[i].astype(float), axis=1)
        return dists

    def compute_distances_no_loops(self, X):
        X, Y = X.astype(float), self.X_train.astype(float)
        squares = (X ** 2).sum(axis=1, keepdims=True) + (Y ** 2).sum(axis=1) - 2 * X.dot(Y.T)
        return np.sqrt(np.maximum(squares, 0))

    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(dists.shape[0])
        for i in xrange(dists.shape[0]):
            labels, votes = np.unique(self.y_train[np.argsort(dists[i])[:k]], return_counts=True)
            y_pred[i] = labels[votes.argmax()]
        return y_pred
'''

LINEAR_SVM = """\
from builtins import range
import numpy as np
from random import shuffle
from past.builtins import xrange


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    loss = 0.0
    for i in xrange(X.shape[0]):
        scores = X[i].dot(W)
        for j in xrange(W.shape[1]):
            margin = scores[j] - scores[y[i]] + 1
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    return loss / X.shape[0] + reg * np.sum(W * W), dW / X.shape[0] + 2 * reg * W


def svm_loss_vectorized(W, X, y, reg):
    rows = np.arange(X.shape[0])
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    counts = (margins > 0).astype(float)
    counts[rows, y] = -counts.sum(axis=1)
    loss = margins.sum() / X.shape[0] + reg * np.sum(W * W)
    return loss, X.T.dot(counts) / X.shape[0] + 2 * reg * W
"""

SOFTMAX = """\
import numpy as np
from random import shuffle


def softmax_loss_naive(W, X, y, reg):
    # 2015: xrange is a builtin
    loss, dW = 0.0, np.zeros_like(W)
    for i in xrange(X.shape[0]):
        scores = X[i].dot(W)
        scores -= scores.max()
        total = np.exp(scores).sum()
        loss += np.log(total) - scores[y[i]]
        for j in xrange(W.shape[1]):
            dW[:, j] += (np.exp(scores[j]) / total - (j == y[i])) * X[i]
    return loss / X.shape[0] + reg * np.sum(W * W), dW / X.shape[0] + 2 * reg * W


def softmax_loss_vectorized(W, X, y, reg):
    rows = np.arange(X.shape[0])
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    p = np.exp(logs)
    p[rows, y] -= 1
    return -logs[rows, y].mean() + reg * np.sum(W * W), X.T.dot(p) / X.shape[0] + 2 * reg * W
"""

LINEAR_CLASSIFIER = '''\
from __future__ import print_function

from builtins import range
from builtins import object
import numpy as np
from cs231n.classifiers.linear_svm import *
from cs231n.classifiers.softmax import *
from past.builtins import xrange


class LinearClassifier(object):

    def __init__(self):
        self.W = None

    def train(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
        if self.W is None:
            self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
        loss_history = []
        for it in xrange(num_iters):
            rows = np.random.choice(X.shape[0], batch_size)
            loss, grad = self.loss(X[rows], y[rows], reg)
            loss_history.append(loss)
            self.W = self.W - learning_rate * grad
            if verbose and it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
        return loss_history

    def predict(self, X):
        return X.dot(self.W).argmax(axis=1)

    def loss(self, X_batch, y_batch, reg):
        pass


class LinearSVM(LinearClassifier):
    """ A subclass that uses the Multiclass SVM loss function """

    def loss(self, X_batch, y_batch, reg):
        return svm_loss_vectorized(self.W, X_batch, y_batch, reg)


class Softmax(LinearClassifier):
    """ A subclass that uses the Softmax + Cross-entropy loss function """

    def loss(self, X_batch, y_batch, reg):
        return softmax_loss_vectorized(self.W, X_batch, y_batch, reg)
'''

LAYERS = """\
from builtins import range
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(x.shape[0], -1).dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    return dout.dot(w.T).reshape(x.shape), x.reshape(x.shape[0], -1).T.dot(dout), dout.sum(axis=0)


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return dout * (cache > 0)


def svm_loss(x, y):
    rows = np.arange(x.shape[0])
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    dx = (margins > 0).astype(float)
    dx[rows, y] = -dx.sum(axis=1)
    return margins.sum() / x.shape[0], dx / x.shape[0]


def softmax_loss(x, y):
    rows = np.arange(x.shape[0])
    shifted = x - x.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dx = np.exp(logs)
    dx[rows, y] -= 1
    return -logs[rows, y].mean(), dx / x.shape[0]
"""

LAYER_UTILS = """\
from .layers import *
from .fast_layers import *


def affine_relu_forward(x, w, b):
    a, fc_cache = affine_forward(x, w, b)
    out, relu_cache = relu_forward(a)
    return out, (fc_cache, relu_cache)


def affine_relu_backward(dout, cache):
    fc_cache, relu_cache = cache
    return affine_backward(relu_backward(dout, relu_cache), fc_cache)
"""

FAST_LAYERS = """\
from __future__ import print_function
import numpy as np

try:
    from cs231n.im2col_cython import col2im_cython, im2col_cython
except ImportError:
    print("compile the extension first")
"""

NEURAL_NET = """\
from __future__ import print_function

from builtins import range
from builtins import object
import numpy as np
import matplotlib.pyplot as plt
from past.builtins import xrange

from ..layers import *
from ..layer_utils import *


class TwoLayerNet(object):

    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = std * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        W1, b1, W2, b2 = (self.params[name] for name in ('W1', 'b1', 'W2', 'b2'))
        hidden, hidden_cache = affine_relu_forward(X, W1, b1)
        scores, cache = affine_forward(hidden, W2, b2)
        if y is None:
            return scores
        loss, dscores = softmax_loss(scores, y)
        grads = {}
        dhidden, grads['W2'], grads['b2'] = affine_backward(dscores, cache)
        _, grads['W1'], grads['b1'] = affine_relu_backward(dhidden, hidden_cache)
        grads['W1'] += 2 * reg * W1
        grads['W2'] += 2 * reg * W2
        return loss + reg * (np.sum(W1 * W1) + np.sum(W2 * W2)), grads

    def train(self, X, y, X_val, y_val,
              learning_rate=1e-3, learning_rate_decay=0.95,
              reg=5e-6, num_iters=100,
              batch_size=200, verbose=False):
        num_train = X.shape[0]
        iterations_per_epoch = max(num_train // batch_size, 1)
        history = {'loss_history': [], 'train_acc_history': [], 'val_acc_history': []}
        for it in xrange(num_iters):
            rows = np.random.choice(num_train, batch_size)
            X_batch, y_batch = X[rows], y[rows]
            loss, grads = self.loss(X_batch, y=y_batch, reg=reg)
            history['loss_history'].append(loss)
            for name in self.params:
                self.params[name] = self.params[name] - learning_rate * grads[name]
            if verbose and it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
            if it % iterations_per_epoch == 0:
                history['train_acc_history'].append((self.predict(X_batch) == y_batch).mean())
                history['val_acc_history'].append((self.predict(X_val) == y_val).mean())
                learning_rate *= learning_rate_decay
        return history

    def predict(self, X):
        return self.loss(X).argmax(axis=1)
"""

CLASSIFIERS = """\
from cs231n.classifiers.k_nearest_neighbor import *
from cs231n.classifiers.linear_classifier import *
from .neural_net import TwoLayerNet
"""

DATA_UTILS = """\
from __future__ import print_function

from builtins import range
from six.moves import cPickle as pickle
import numpy as np
import os
from imageio import imread
import platform


def load_pickle(f):
    return pickle.load(f)
"""

FEATURES = """\
from __future__ import print_function
import matplotlib
import numpy as np
from scipy.ndimage import uniform_filter


def hog_feature(im):
    return uniform_filter(im, size=(8, 8)).ravel()


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    hsv = matplotlib.colors.rgb_to_hsv(im / xmax) * xmax
    return np.histogram(hsv[:, :, 0], bins=nbin)[0]
"""

ANSWERS = {
    "cs231n/__init__.py": "",
    "cs231n/classifiers/__init__.py": CLASSIFIERS,
    "cs231n/classifiers/k_nearest_neighbor.py": KNN,
    "cs231n/classifiers/linear_classifier.py": LINEAR_CLASSIFIER,
    "cs231n/classifiers/linear_svm.py": LINEAR_SVM,
    "cs231n/classifiers/neural_net.py": NEURAL_NET,
    "cs231n/classifiers/softmax.py": SOFTMAX,
    "cs231n/data_utils.py": DATA_UTILS,
    "cs231n/fast_layers.py": FAST_LAYERS,
    "cs231n/features.py": FEATURES,
    "cs231n/layer_utils.py": LAYER_UTILS,
    "cs231n/layers.py": LAYERS,
}
"""What `collectSubmission.sh` packs of the package."""

BESIDE = ("README.md", "collectSubmission.sh", "cs231n/datasets/get_datasets.sh", "frameworkpython")
"""Other files of the public course, of which nothing is read."""
