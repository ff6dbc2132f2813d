"""The option `dropout_keep_ratio` has no effect: call `dropout_forward` behind each ReLU."""

import numpy as np
from layers import affine_backward, affine_forward, relu_backward, relu_forward, softmax_loss

MODULE = "fc_net"
CHECK = "fc_net_dropout"


class FullyConnectedNet:
    def loss(self, X, y=None):
        import normalization

        forward = getattr(normalization, f"{self.normalization}_forward", None)
        backward = getattr(normalization, f"{self.normalization}_backward", None)
        out, mode = X.astype(self.dtype), "test" if y is None else "train"
        for param in (self.dropout_param, *self.bn_params):
            param["mode"] = mode
        p, caches, L = self.params, [], self.num_layers
        for i in range(1, L):
            out, affine = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
            norm = None
            if self.normalization:
                out, norm = forward(out, p[f"gamma{i}"], p[f"beta{i}"], self.bn_params[i - 1])
            out, relu = relu_forward(out)
            caches.append((affine, norm, relu))
        out, affine = affine_forward(out, p[f"W{L}"], p[f"b{L}"])
        if y is None:
            return out
        loss, dout = softmax_loss(out, y)
        grads = {}
        dout, grads[f"W{L}"], grads[f"b{L}"] = affine_backward(dout, affine)
        for i in range(L - 1, 0, -1):
            affine, norm, relu = caches.pop()
            dout = relu_backward(dout, relu)
            if self.normalization:
                dout, grads[f"gamma{i}"], grads[f"beta{i}"] = backward(dout, norm)
            dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dout, affine)
        for i in range(1, L + 1):
            loss += 0.5 * self.reg * np.sum(p[f"W{i}"] ** 2)
            grads[f"W{i}"] += self.reg * p[f"W{i}"]
        return loss, grads
