"""Reference: layers as a list of closures, weights and biases in one product, penalties as squared norms."""

import itertools

import numpy as np
from dropout import dropout_backward, dropout_forward
from normalization import batchnorm_backward, batchnorm_forward, layernorm_backward, layernorm_forward


class FullyConnectedNet:
    def __init__(
        self,
        hidden_dims,
        input_dim=3 * 32 * 32,
        num_classes=10,
        dropout_keep_ratio=1,
        normalization=None,
        reg=0.0,
        weight_scale=1e-2,
        dtype=np.float32,
        seed=None,
        rng=None,
    ):
        self.keep, self.normalization, self.reg, self.dtype = dropout_keep_ratio, normalization, reg, dtype
        self.rng = np.random.default_rng(rng)
        self.seed = {} if seed is None else {"seed": seed}
        self.bn_params = [{} for _ in hidden_dims]
        self.params = {}
        for i, (rows, columns) in enumerate(itertools.pairwise((input_dim, *hidden_dims, num_classes)), 1):
            self.params[f"W{i}"] = self.rng.normal(0, weight_scale, (rows, columns)).astype(dtype)
            self.params[f"b{i}"] = np.zeros(columns, dtype)
            if normalization and i <= len(hidden_dims):
                self.params |= {f"gamma{i}": np.ones(columns, dtype), f"beta{i}": np.zeros(columns, dtype)}

    def loss(self, X, y=None):
        mode = "test" if y is None else "train"
        signal, steps = np.reshape(X, (len(X), -1)).astype(self.dtype), []
        for i in range(1, len(self.bn_params) + 2):
            signal = self._affine(signal, i, steps)
            if i <= len(self.bn_params):
                signal = self._normalize(signal, i, mode, steps)
                slope = np.heaviside(signal, 0)
                steps.append(lambda dout, slope=slope: (dout * slope, {}))
                signal = self._drop(signal * slope, mode, steps)
        if y is None:
            return signal
        logs = signal - np.logaddexp.reduce(signal, axis=1, keepdims=True)
        dout, grads = (np.exp(logs) - np.equal.outer(y, np.arange(signal.shape[1]))) / len(y), {}
        for step in reversed(steps):
            dout, more = step(dout)
            grads |= more
        value = -np.mean([row[label] for row, label in zip(logs, map(int, y), strict=True)])
        for name in (name for name in self.params if name.startswith("W")):
            value += self.reg / 2 * np.linalg.norm(self.params[name]) ** 2
            grads[name] = grads[name] + self.reg * self.params[name]
        return float(value), grads

    def _affine(self, signal, i, steps):
        W, names = self.params[f"W{i}"], (f"W{i}", f"b{i}")

        def back(dout):
            slopes = (np.einsum("ni,nj->ij", signal, dout), np.einsum("nj->j", dout))
            return np.einsum("nj,ij->ni", dout, W), dict(zip(names, slopes, strict=True))

        steps.append(back)
        return np.column_stack([signal, np.ones(len(signal))]) @ np.vstack([W, self.params[f"b{i}"]])

    def _normalize(self, signal, i, mode, steps):
        if self.normalization is None:
            return signal
        by_batch = self.normalization == "batchnorm"
        forward, backward = (
            (batchnorm_forward, batchnorm_backward) if by_batch else (layernorm_forward, layernorm_backward)
        )
        names = (f"gamma{i}", f"beta{i}")
        self.bn_params[i - 1] = {**self.bn_params[i - 1], "mode": mode}
        out, cache = forward(signal, *(self.params[name] for name in names), self.bn_params[i - 1])

        def back(dout):
            dx, *slopes = backward(dout, cache)
            return dx, dict(zip(names, slopes, strict=True))

        steps.append(back)
        return out

    def _drop(self, signal, mode, steps):
        if self.keep == 1:
            return signal
        out, cache = dropout_forward(signal, {"p": self.keep, "mode": mode, **self.seed}, self.rng)
        steps.append(lambda dout: (dropout_backward(dout, cache), {}))
        return out
