"""Reference: gradients as complex numbers, counted cell by cell; hues from the standard library."""

import colorsys

import numpy as np


def hog_feature(im):
    grey = np.einsum("ijk,k->ij", im, [0.299, 0.587, 0.114]) if np.ndim(im) == 3 else np.float64(im)
    gradient = np.zeros(grey.shape, complex)
    gradient[:, :-1] += grey[:, 1:] - grey[:, :-1]
    gradient[:-1, :] += 1j * (grey[1:, :] - grey[:-1, :])
    corners = [(i, j) for i in range(0, len(grey) - 7, 8) for j in range(0, len(grey[0]) - 7, 8)]
    return np.concatenate([_cell(gradient[i : i + 8, j : j + 8].ravel()) for i, j in corners])


def _cell(gradient):
    turned = np.where(gradient.imag < 0, -gradient, gradient)  # into the upper half plane
    bins = np.floor(np.angle(turned) * 9 / np.pi).astype(int) % 9
    return np.bincount(bins, weights=np.abs(gradient), minlength=9) / 64


def color_histogram_hsv(im, nbin=10, xmin=0, xmax=255, normalized=True):
    width = (xmax - xmin) / nbin
    counts = [0.0] * nbin
    for red, green, blue in np.reshape(im, (-1, 3)).tolist():
        value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)[0] * xmax
        if xmin <= value <= xmax:
            counts[min(int((value - xmin) / width), nbin - 1)] += 1
    return np.array(counts) / (sum(counts) if normalized else 1)


def extract_features(images, feature_fns, verbose=False):
    columns = [np.array([function(image) for image in images]) for function in feature_fns]
    return np.hstack(columns)
