"""The difference of two bytes (uint8) wraps around: 3 - 5 is 254. Convert the image to float first."""

import numpy as np

MODULE = "features"
CHECK = "hog_grey_bytes"


def hog_feature(im):
    grey = im @ np.array([0.299, 0.587, 0.114]) if im.ndim == 3 else im
    gx, gy = np.zeros(grey.shape), np.zeros(grey.shape)
    gx[:, :-1] = grey[:, 1:] - grey[:, :-1]
    gy[:-1] = grey[1:] - grey[:-1]
    magnitude = np.hypot(gx, gy)
    bins = np.degrees(np.arctan2(gy, gx)) % 180 // 20
    rows, columns = grey.shape[0] // 8, grey.shape[1] // 8
    feature = np.zeros((rows, columns, 9))
    for k in range(9):
        share = np.where(bins == k, magnitude, 0)[: 8 * rows, : 8 * columns]
        feature[:, :, k] = share.reshape(rows, 8, columns, 8).mean(axis=(1, 3))
    return feature.ravel()
