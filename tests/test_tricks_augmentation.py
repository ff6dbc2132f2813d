"""Augmentation and the other losses of training_tricks agree with definitions, SciPy and differentiation."""

from types import ModuleType

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit, log_expit
from scipy.stats import beta, kstest
from sides import either_side, sides

SIDES = sides("training_tricks")
seeds = given(seed=st.integers(0, 2**32))
few = settings(max_examples=25)


def module(side: str, name: str) -> ModuleType:
    return SIDES[side].load(name)


def images(rng, N=6, H=7, W=9) -> np.ndarray:
    return rng.integers(256, size=(N, H, W, 3)).astype(np.uint8)


@either_side
@seeds
@few
def test_every_image_is_kept_or_mirrored(side, seed):
    rng = np.random.default_rng(seed)
    X = images(rng)
    before = X.copy()
    flipped = module(side, "augment").random_flip(X, rng)
    assert flipped.dtype == X.dtype and flipped.shape == X.shape
    assert all(
        any(np.array_equal(new, view) for view in (old, old[:, ::-1]))
        for old, new in zip(X, flipped, strict=True)
    )
    np.testing.assert_array_equal(X, before)


@either_side
def test_half_of_the_images_are_mirrored_each_by_its_own_coin(side):
    X = np.tile(np.arange(2), (4_000, 1, 1)).reshape(4_000, 1, 2, 1)
    mirrored = module(side, "augment").random_flip(X, np.random.default_rng(0))[:, 0, 0, 0]
    assert abs(mirrored.mean() - 0.5) < 0.05
    assert abs(np.corrcoef(mirrored[1:], mirrored[:-1])[0, 1]) < 0.1


@either_side
@seeds
@few
def test_every_crop_is_a_part_of_its_image(side, seed):
    rng = np.random.default_rng(seed)
    X = images(rng)
    for old, new in zip(X, module(side, "augment").random_crop(X, 4, rng), strict=True):
        windows = np.lib.stride_tricks.sliding_window_view(old, (4, 4, 3))
        assert (windows[:, :, 0] == new).all(axis=(2, 3, 4)).any()


@either_side
@seeds
@few
def test_a_magnified_crop_repeats_pixels_of_a_smaller_one(side, seed):
    rng = np.random.default_rng(seed)
    X = images(rng)
    for old, new in zip(X, module(side, "augment").random_crop(X, 6, rng, scale=(2, 2)), strict=True):
        windows = np.lib.stride_tricks.sliding_window_view(old, (3, 3, 3))
        assert (windows[:, :, 0] == new[::2, ::2]).all(axis=(2, 3, 4)).any()
        np.testing.assert_array_equal(new, new[::2, ::2].repeat(2, axis=0).repeat(2, axis=1))


@either_side
def test_all_places_are_equally_probable(side):
    X = np.broadcast_to(np.arange(5)[:, None, None], (5_000, 5, 5, 1))
    tops = module(side, "augment").random_crop(X, 2, np.random.default_rng(1))[:, 0, 0, 0]
    np.testing.assert_allclose(np.bincount(tops, minlength=4) / 5_000, np.full(4, 0.25), atol=0.04)


@either_side
@seeds
@few
def test_jitter_changes_mean_and_contrast_within_the_strength(side, seed):
    rng = np.random.default_rng(seed)
    X = images(rng)
    changed = module(side, "augment").color_jitter(X, 0.2, rng)
    mean, new_mean = X.mean(axis=(1, 2)), changed.mean(axis=(1, 2))
    assert (np.abs(new_mean / mean - 1) <= 0.2 + 1e-9).all()
    contrast = changed.std(axis=(1, 2)) / X.std(axis=(1, 2))
    np.testing.assert_allclose(contrast, contrast[:, :1].repeat(3, axis=1))
    assert (np.abs(contrast - 1) <= 0.2 + 1e-9).all()
    np.testing.assert_allclose(module(side, "augment").color_jitter(X, 0.0, rng), X)


@either_side
@pytest.mark.parametrize("alpha", [0.3, 1.0, 4.0])
def test_shares_of_mixup_have_the_beta_distribution(side, alpha):
    rng = np.random.default_rng(3)
    X_mixed, Y_soft = module(side, "augment").mixup(np.eye(2_000), np.arange(2_000) % 7, alpha, rng, 7)
    np.testing.assert_allclose(Y_soft, X_mixed @ np.eye(7)[np.arange(2_000) % 7], atol=1e-12)
    own = np.diag(X_mixed)[np.count_nonzero(X_mixed, axis=1) == 2]
    assert len(own) > 1_800
    assert kstest(own, beta(alpha, alpha).cdf).pvalue > 1e-4


@either_side
def test_color_noise_has_the_covariance_of_the_paper(side):
    rng = np.random.default_rng(4)
    X = rng.normal(size=(5_000, 2, 1, 3)) @ rng.normal(size=(3, 3))
    before = X.copy()
    shifts = module(side, "augment").pca_color_noise(X, 0.3, rng) - X
    covariance = np.cov(X.reshape(-1, 3), rowvar=False)
    np.testing.assert_allclose(shifts[:, 0], shifts[:, 1], atol=1e-12)
    expected = 0.09 * covariance @ covariance
    np.testing.assert_allclose(np.cov(shifts[:, 0, 0], rowvar=False), expected, atol=0.1 * expected.max())
    np.testing.assert_array_equal(X, before)


def test_ten_crops_of_both_sides_are_the_same():
    X = images(np.random.default_rng(5))
    crops = module("solution", "augment").ten_crop(X, 4)
    assert crops.dtype == X.dtype and crops.shape == (6, 10, 4, 4, 3)
    np.testing.assert_array_equal(crops, module("reference", "augment").ten_crop(X, 4))
    np.testing.assert_array_equal(crops[:, 4], X[:, 1:5, 2:6])
    np.testing.assert_array_equal(crops[:, 8], X[:, -4:, -4:][:, :, ::-1])


def attribute_loss(x, y):
    return -np.sum(np.where(y == 1, log_expit(x), log_expit(-x))) / len(x)


LOSSES = {
    "multilabel_hinge_loss": (
        lambda x, y: anp.sum(anp.maximum(0, 1 - (2 * y - 1) * x)) / len(x),
        lambda y: 2 * y - 1,
    ),
    "multilabel_logistic_loss": (lambda x, y: anp.sum(anp.log(1 + anp.exp((1 - 2 * y) * x))) / len(x), None),
    "l1_loss": (lambda x, y: anp.sum(anp.abs(x - y)) / len(x), None),
    "l2_loss": (lambda x, y: anp.sum((x - y) ** 2) / len(x), None),
}


@either_side
@pytest.mark.parametrize("name", LOSSES)
@given(seed=st.integers(0, 2**32), N=st.integers(1, 6), C=st.integers(1, 5))
@few
def test_losses_agree_with_automatic_differentiation(side, name, seed, N, C):
    rng = np.random.default_rng(seed)
    x, y = 2 * rng.normal(size=(N, C)), rng.integers(2, size=(N, C))
    formula, labels = LOSSES[name]
    loss, dx = getattr(module(side, "losses"), name)(x, labels(y) if labels else y)
    np.testing.assert_allclose(loss, formula(x, y), rtol=1e-9)
    np.testing.assert_allclose(dx, grad(formula)(x, y), rtol=1e-9, atol=1e-12)


@either_side
@seeds
@few
def test_logistic_loss_is_right_for_large_scores(side, seed):
    rng = np.random.default_rng(seed)
    x, y = 1e3 * rng.normal(size=(5, 3)), rng.integers(2, size=(5, 3))
    loss, dx = module(side, "losses").multilabel_logistic_loss(x, y)
    np.testing.assert_allclose(loss, attribute_loss(x, y), rtol=1e-9)
    np.testing.assert_allclose(dx, (expit(x) - y) / 5, rtol=1e-9, atol=1e-12)


def tree_loss(x, y):
    """The loss from the probabilities of all nodes, top down."""
    N, num_forks = x.shape
    nodes = [np.ones(N)]
    for fork in range(num_forks):
        right = 1 / (1 + anp.exp(-x[:, fork]))
        nodes += [nodes[fork] * (1 - right), nodes[fork] * right]
    return -sum(anp.log(nodes[num_forks + label][i]) for i, label in enumerate(y)) / N


@either_side
@given(seed=st.integers(0, 2**32), N=st.integers(1, 5), C=st.integers(2, 10))
@few
def test_hierarchical_softmax_agrees_with_probabilities_of_the_tree(side, seed, N, C):
    rng = np.random.default_rng(seed)
    x, y = 2 * rng.normal(size=(N, C - 1)), rng.integers(C, size=N)
    function = module(side, "losses").hierarchical_softmax_loss
    loss, dx = function(x, y)
    np.testing.assert_allclose(loss, tree_loss(x, y), rtol=1e-9)
    np.testing.assert_allclose(dx, grad(tree_loss)(x, y), rtol=1e-8, atol=1e-12)
    probabilities = [np.exp(-function(x[:1], np.array([label]))[0]) for label in range(C)]
    np.testing.assert_allclose(sum(probabilities), 1)
    assert np.isfinite(function(1e4 * x, y)[0])
