"""Checks of augmentation: what must hold of every image, and statistics of what is drawn.

Results show where they come from. The tolerance of every statistic is at least six standard errors of the
difference of two independent samples: one in 500 million right answers misses it.
"""

import numpy as np
from checks import labels

from toolkit.checks import check, close, equal

STATISTICS = (np.min, np.max, np.mean, np.std)


def flips(X, flipped):
    """Return whether images are as they were or mirrored, with shares of those at even and odd places."""
    views = X, X[:, :, ::-1], X[:, ::-1]
    kept, mirrored, upside_down = ((flipped == view).all(axis=(1, 2, 3)) for view in views)
    return {
        "all_kept_or_mirrored": float((kept | mirrored).all()),
        "shares_mirrored": [mirrored[0::2].mean(), mirrored[1::2].mean()],
        "share_upside_down": upside_down.mean(),
    }


def places(count, height, width):
    """Return images (uint8) whose channels say the row, the column and the image that a pixel is of."""
    images, rows, columns = np.indices((count, height, width), dtype=np.uint8)
    return np.stack([rows, columns, images], axis=3)


def cut(crops):
    """Return for each crop whether it is of one image and unsheared, and the rows and columns in it."""
    crops = np.asarray(crops, dtype=int)
    rows, columns = crops[:, :, 0, 0], crops[:, 0, :, 1]
    whole = (crops[..., 2] == np.arange(len(crops))[:, None, None] % 256) & (
        crops[..., 0] == rows[:, :, None]
    )
    return (whole & (crops[..., 1] == columns[:, None, :])).all(axis=(1, 2)), rows, columns


def shares(values, count):
    """Return the share of each of the values 0 to count - 1."""
    return np.bincount(values, minlength=count)[:count] / len(values)


def factors(X, changed):
    """Return statistics of what brightness and contrast were multiplied by, and whether that is all."""
    X, changed = np.asarray(X, dtype=float), np.asarray(changed, dtype=float)
    mean, new_mean = (images.mean(axis=(1, 2), keepdims=True) for images in (X, changed))
    old, new = X - mean, changed - new_mean
    contrast = (new * old).sum(axis=(1, 2)) / (old * old).sum(axis=(1, 2))  # (N, C)
    alike = np.ptp(contrast, axis=1) < 1e-4
    exact = np.abs(new - contrast[:, None, None] * old).max(axis=(1, 2, 3)) < 0.01
    brightness = (new_mean / mean)[:, 0, 0]
    return {
        "brightness": [statistic(brightness) for statistic in STATISTICS],
        "channels_apart": np.ptp(brightness, axis=1).mean(),
        "contrast": [statistic(contrast.mean(axis=1)) for statistic in STATISTICS],
        "changed_as_said": float((alike & exact).all()),
    }


def product(shares):
    """Return the mean of λ (1 - λ), for rows (N, M) of two shares λ and 1 - λ."""
    return (1 - (np.concatenate(shares) ** 2).sum(axis=1)).mean() / 2


# 1,000 images at either kind of place: the shares differ by a standard error of 0.022.
FLIPS = {name: close(rtol=0, atol=0.14) for name in ("shares_mirrored", "share_upside_down")}


@check("augment", points=1, partial=False, outputs=FLIPS)
def random_flip(augment, rng):
    """Half of the images are mirrored, the others are as they were"""
    X = rng.random((2000, 3, 4, 2))
    return flips(X, augment.random_flip(X, rng))


# 1,500 crops; shares of 1/4 and 1/6 differ by standard errors of 0.016 and 0.014.
PLACES = {name: close(rtol=0, atol=0.1) for name in ("tops", "lefts")}


@check("augment", points=1.5, partial=False, outputs=PLACES)
def random_crop(augment, rng):
    """Squares from all places of the images, each equally often"""
    whole, rows, columns = cut(augment.random_crop(places(1500, 7, 9), 4, rng))
    return {
        "all_whole_squares": float(whole.all() and (np.diff([rows, columns], axis=2) == 1).all()),
        "tops": shares(rows[:, 0], 4),
        "lefts": shares(columns[:, 0], 6),
    }


# 1,000 images of 3 channels: the means of 3,000 and of 1,000 numbers of standard deviation 0.17 differ by
# standard errors of 0.0045 and 0.0077; smallest, largest and standard deviation by less.
JITTER = {name: close(rtol=0, atol=0.05) for name in ("brightness", "channels_apart", "contrast")}


@check("augment", points=1, partial=False, outputs=JITTER)
def color_jitter(augment, rng):
    """Factors of brightness and contrast, drawn for each image"""
    X = rng.uniform(20, 200, size=(1000, 3, 4, 3))
    return factors(X, augment.color_jitter(X, 0.3, rng))


# One λ for each minibatch is right, too: the means of λ (1 - λ) then differ by a standard error of 0.008.
SPREADS = {"own_labels": 0.35, "labels_off_by": 0.1, "mean_product_of_shares": 0.05}
MIXED = {name: close(rtol=0, atol=atol) for name, atol in SPREADS.items()}


@check("augment", points=1, partial=False, outputs=MIXED)
def mixup(augment, rng):
    """Examples and labels are mixed in the same proportion, drawn from Beta(0.2, 0.2)"""
    shares_of_X, own, apart = [], [], []
    for _ in range(120):
        y = labels(rng, 5, 12)
        X_mixed, Y_soft = augment.mixup(np.eye(12), y, 0.2, rng, num_classes=5)
        shares_of_X.append(X_mixed)
        own.append(Y_soft[np.arange(12), y])
        apart.append(np.abs(Y_soft - X_mixed @ np.eye(5)[y]).sum(axis=1))
    return {
        "labels_off_by": np.mean(apart),
        "own_labels": np.mean(own),
        "mean_product_of_shares": product(shares_of_X),
    }


@check("augment", points=0.5, optional=True)
def ten_crop(augment, rng):
    """Corners, centre and their mirror images"""
    return {"squares": augment.ten_crop(rng.normal(size=(3, 7, 10, 2)), 4)}


# 2,000 images: standard deviations differ by a standard error of 2.2 %, correlations by one of 0.032.
COLORS = {"amounts": close(rtol=0, atol=0.15), "correlations": close(rtol=0, atol=0.2)}


@check("augment", points=0.5, optional=True, partial=False, outputs=COLORS)
def pca_color_noise(augment, rng):
    """Shifts of the colour along the principal components"""
    X = rng.normal(size=(2000, 2, 2, 3)) @ [[1.4, 0.2, 0.6], [0.3, 0.8, -0.5], [-0.2, 0.8, 0.3]]
    eigenvalues, directions = np.linalg.eigh(np.cov(X.reshape(-1, 3), rowvar=False))
    shifts = augment.pca_color_noise(X, 0.2, rng) - X
    amounts = shifts[:, 0, 0] @ directions / (0.2 * eigenvalues)
    return {
        "one_shift_for_an_image": float(np.ptp(shifts, axis=(1, 2)).max() < 1e-5),
        "amounts": amounts.std(axis=0),
        "correlations": np.corrcoef(amounts, rowvar=False)[[0, 0, 1], [1, 2, 2]],
    }


### BEGIN HIDDEN TESTS
KEPT = {**FLIPS, "X_afterwards": equal(guard=True)}


@check("augment", points=0.5, cell="random_flip", partial=False, outputs=KEPT)
def random_flip_keeps_the_images(augment, rng):
    """Images of bytes, which are not written over"""
    X = rng.integers(256, size=(2000, 2, 5, 1)).astype(np.uint8)
    flipped, (X_afterwards, _) = augment.random_flip.with_args(X, rng)
    return {**flips(X, flipped), "X_afterwards": X_afterwards}


# 1,000 crops: a share of one half differs by a standard error of 0.022.
@check("augment", points=1, cell="random_crop", partial=False, outputs={"extents": close(rtol=0, atol=0.14)})
def random_crop_scaled(augment, rng):
    """Squares of 3 to 8 pixels, rescaled to 6"""
    whole, rows, columns = cut(augment.random_crop(places(1000, 13, 15), 6, rng, scale=(0.8, 2)))
    heights, widths = (numbers[:, -1] - numbers[:, 0] for numbers in (rows, columns))
    _, magnified, _ = cut(augment.random_crop(places(2, 13, 15), 6, rng, scale=(2, 2)))
    return {
        "all_whole_squares": float((whole & (heights == widths)).all()),
        "extents": shares(heights, 9),
        "magnified_twice": magnified - magnified[:, :1],
    }


@check("augment", points=0.5, cell="color_jitter", partial=False, outputs=JITTER)
def color_jitter_of_bytes(augment, rng):
    """Images of bytes, whose numbers do not wrap around"""
    X = rng.integers(150, 256, size=(1000, 3, 4, 3)).astype(np.uint8)
    return factors(X, augment.color_jitter(X, 0.3, rng))


# With one λ for each of 40 minibatches the means of λ (1 - λ), of standard deviation 0.045, differ by 0.0074.
@check("augment", points=0.5, cell="mixup", partial=False, outputs=MIXED)
def mixup_of_images(augment, rng):
    """Images of seven classes, mixed in proportions drawn from Beta(8, 8)"""
    shares_of_y, right = [], []
    for _ in range(40):
        X, y = rng.normal(size=(7, 2, 3, 1)), rng.permutation(7)
        X_mixed, Y_soft = augment.mixup(X, y, 8.0, rng, num_classes=7)
        right.append(np.abs(X_mixed - np.tensordot(Y_soft[:, y], X, axes=1)).max() < 1e-5)
        shares_of_y.append(Y_soft)
    return {"images_mixed_alike": float(all(right)), "mean_product_of_shares": product(shares_of_y)}


### END HIDDEN TESTS
