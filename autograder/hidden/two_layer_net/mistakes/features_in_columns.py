"""Every image is a column of your array, as in some older starter code. It is a row: one example a row, as in
every X here.
"""

import numpy as np

MODULE = "features"
CHECK = "extract_features"


def extract_features(images, feature_fns, verbose=False):
    rows = [np.concatenate([function(image) for function in feature_fns]) for image in images]
    return np.array(rows).T
