"""`max_steps` is not the limit here: what cannot be learned must be given up after so many steps."""

import numpy as np

MODULE = "sanity"
CHECK = "overfit_small_batch_gives_up"


def overfit_small_batch(model, X, y, learning_rate=1e-2, num_examples=20, max_steps=1000):
    X_few, y_few = X[:num_examples], y[:num_examples]
    history = {"loss_history": [], "acc_history": []}
    reg = getattr(model, "reg", None)
    if reg is not None:
        model.reg = 0.0
    for _ in range(5 * max_steps):
        loss, grads = model.loss(X_few, y_few)
        for name in model.params:
            model.params[name] = model.params[name] - learning_rate * grads[name]
        labels = np.argmax(model.loss(X_few), axis=1)
        history["loss_history"].append(float(loss))
        history["acc_history"].append(float(np.mean(labels == y_few)))
        if np.all(labels == y_few):
            break
    if reg is not None:
        model.reg = reg
    return history
