"""Your cells come column by column, here row by row. As long as all images are treated alike it is as good a
feature, and costs nothing.
"""

import numpy as np

MODULE = "features"
CHECK = "hog_feature"
KEEPS = 1.0


def hog_feature(im):
    im = np.asarray(im, dtype=float)
    grey = im @ np.array([0.299, 0.587, 0.114]) if im.ndim == 3 else im
    gx = np.diff(grey, axis=1, append=grey[:, -1:])
    gy = np.diff(grey, axis=0, append=grey[-1:])
    magnitude = np.hypot(gx, gy)
    orientation = np.degrees(np.arctan2(gy, gx)) % 180
    bins = orientation // 20
    rows, columns = grey.shape[0] // 8, grey.shape[1] // 8
    feature = np.zeros((rows, columns, 9))
    for k in range(9):
        share = np.where(bins == k, magnitude, 0)[: 8 * rows, : 8 * columns]
        feature[:, :, k] = share.reshape(rows, 8, columns, 8).mean(axis=(1, 3))
    return feature.transpose(1, 0, 2).ravel()
