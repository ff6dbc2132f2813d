"""Reference: augmentation image by image."""

import numpy as np


def random_flip(X, rng):
    out = np.array(X)
    for image in out:
        if rng.integers(2):
            image[:] = image[:, ::-1].copy()
    return out


def random_crop(X, size, rng, scale=(1, 1)):
    crops = []
    for image in X:
        magnification = scale[0] + (scale[1] - scale[0]) * rng.random()
        side = round(size / magnification)
        top, left = (int(rng.integers(0, length - side, endpoint=True)) for length in image.shape[:2])
        square = image[top : top + side, left : left + side]
        kept = [i * side // size for i in range(size)]
        crops.append(square[kept][:, kept])
    return np.stack(crops)


def color_jitter(X, strength, rng):
    out = []
    for image in np.asarray(X, dtype=float):
        contrast = 1 + strength * (2 * rng.random() - 1)
        channels = []
        for channel in np.moveaxis(image, -1, 0):
            brightness = 1 + strength * (2 * rng.random() - 1)
            channels.append(contrast * channel + (brightness - contrast) * channel.mean())
        out.append(np.stack(channels, axis=-1))
    return np.stack(out)


def mixup(X, y, alpha, rng, num_classes=10):
    X_mixed, Y_soft = [], np.zeros((len(X), num_classes))
    for i, j in enumerate(rng.permutation(len(X))):
        # Two gamma variables, each as a share of their sum, have the beta distribution.
        first, second = rng.gamma(alpha, size=2) + np.finfo(float).tiny
        share = first / (first + second)
        X_mixed.append(share * X[i] + (1 - share) * X[j])
        Y_soft[i, y[i]] += share
        Y_soft[i, y[j]] += 1 - share
    return np.stack(X_mixed), Y_soft


def pca_color_noise(X, sigma, rng):
    colors = np.reshape(X, (-1, X.shape[-1]))
    centred = colors - colors.mean(axis=0)
    _, singular, directions = np.linalg.svd(centred, full_matrices=False)
    eigenvalues = singular**2 / (len(colors) - 1)
    out = []
    for image in X:
        amounts = rng.normal(0, sigma, size=len(eigenvalues))
        out.append(image + sum(a * v * p for a, v, p in zip(amounts, eigenvalues, directions, strict=True)))
    return np.stack(out)


def ten_crop(X, size):
    out = []
    for image in X:
        squares = []
        for view in (image, np.fliplr(image)):
            free = np.array(view.shape[:2]) - size
            of_view = []
            for share in ((0, 0), (0, 1), (1, 0), (1, 1), (0.5, 0.5)):
                i, j = np.floor(free * share).astype(int)
                # The mirror image of a square on the left is on the right.
                j = j if view is image else free[1] - j
                of_view.append(view[i : i + size, j : j + size])
            squares += of_view
        out.append(np.stack(squares))
    return np.stack(out)
