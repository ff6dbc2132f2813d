"""The biases have shape (1, H). They have shape (H,)."""

import numpy as np

MODULE = "fc_net"
CHECK = "fc_net_init"


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
        self.normalization, self.reg, self.dtype = normalization, reg, dtype
        self.num_layers, self.use_dropout = 1 + len(hidden_dims), dropout_keep_ratio != 1
        self.rng = rng or np.random.default_rng()
        self.dropout_param = {"mode": "train", "p": dropout_keep_ratio} if self.use_dropout else {}
        if self.use_dropout and seed is not None:
            self.dropout_param["seed"] = seed
        self.bn_params = [{"mode": "train"} for _ in hidden_dims] if normalization else []
        sizes, params = [input_dim, *hidden_dims, num_classes], {}
        for i in range(1, self.num_layers + 1):
            params[f"W{i}"] = weight_scale * self.rng.normal(size=sizes[i - 1 : i + 1])
            params[f"b{i}"] = np.zeros((1, sizes[i]))
            if normalization and i < self.num_layers:
                params[f"gamma{i}"], params[f"beta{i}"] = np.ones(sizes[i]), np.zeros(sizes[i])
        self.params = {name: array.astype(dtype) for name, array in params.items()}
