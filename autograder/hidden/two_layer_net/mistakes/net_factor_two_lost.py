"""The penalty is reg times the sum of W², so its gradient is 2 reg W. Yours is reg W: the
factor 2 is lost.
"""

import numpy as np

MODULE = "neural_net"
CHECK = "net_penalty"


class TwoLayerNet:
    def loss(self, X, y=None, reg=0.0):
        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
        hidden = X @ W1 + b1
        active = np.maximum(hidden, 0)
        scores = active @ W2 + b2
        if y is None:
            return scores
        N = len(X)
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        p = p / p.sum(axis=1, keepdims=True)
        dscores = p.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N
        loss = -np.log(p[np.arange(N), y]).mean()
        penalty = reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        dhidden = (dscores @ W2.T) * (hidden > 0)
        dW1, dW2 = X.T @ dhidden + reg * W1, active.T @ dscores + reg * W2
        db1, db2 = dhidden.sum(axis=0), dscores.sum(axis=0)
        return loss + penalty, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
