"""The parameters do not change: `w = w - ...` in a loop makes a new array and gives it the name `w`, and the
one in the dictionary stays. Write into `model.params[name]`.
"""

import numpy as np

MODULE = "sanity"
CHECK = "overfit_small_batch"


def overfit_small_batch(model, X, y, learning_rate=1e-2, num_examples=20, max_steps=1000):
    X_few, y_few = X[:num_examples], y[:num_examples]
    history = {"loss_history": [], "acc_history": []}
    reg = getattr(model, "reg", None)
    if reg is not None:
        model.reg = 0.0
    for _ in range(max_steps):
        loss, grads = model.loss(X_few, y_few)
        for name, w in model.params.items():
            w = w - learning_rate * grads[name]
        labels = np.argmax(model.loss(X_few), axis=1)
        history["loss_history"].append(float(loss))
        history["acc_history"].append(float(np.mean(labels == y_few)))
        if np.all(labels == y_few):
            break
    if reg is not None:
        model.reg = reg
    return history
