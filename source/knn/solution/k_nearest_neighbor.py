"""k-nearest-neighbour classification with NumPy."""

import numpy as np


class KNearestNeighbor:
    """Gives an image the label that is most frequent among the k training images nearest to it.

    Throughout, N is the number of training images, M the number of test images and D the number of
    values (pixels times channels) of one image.
    """

    def train(self, X, y):
        """Remember the training data; nearest neighbours have nothing else to learn.

        Parameters
        ----------
        X : array (N, D)
            Training images, one a row, of any numeric type.
        y : integer array (N,)
            Their labels, 0 or greater.
        """
        self.X_train = X
        self.y_train = y

    def compute_distances_two_loops(self, X):
        """Return the Euclidean (L2) distance of every test image to every training image, with two loops.

        ``dists[i, j] = sqrt(sum over d of (X[i, d] - X_train[j, d]) ** 2)``

        Compute with floating-point numbers: the difference of two ``uint8`` values wraps around. Do not
        use ``np.linalg.norm`` or SciPy, and do not change `X` or the training data.

        Parameters
        ----------
        X : array (M, D)
            Test images, of any numeric type.

        Returns
        -------
        dists : float array (M, N)
        """
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        X_train = np.asarray(self.X_train, dtype=float)
        dists = np.zeros((X.shape[0], X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(X_train.shape[0]):
                dists[i, j] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
        return dists
        ### END SOLUTION

    def compute_distances_one_loop(self, X):
        """Return the same distances with one loop, over the test images.

        Subtract one test image from all training images at once: broadcasting pairs an array of shape
        (D,) with every row of an array of shape (N, D).

        Parameters
        ----------
        X : array (M, D)

        Returns
        -------
        dists : float array (M, N)
        """
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        X_train = np.asarray(self.X_train, dtype=float)
        dists = np.zeros((X.shape[0], X_train.shape[0]))
        for i in range(X.shape[0]):
            differences = X_train - X[i]  # (N, D)
            dists[i] = np.sqrt((differences * differences).sum(axis=1))
        return dists
        ### END SOLUTION

    def compute_distances_no_loops(self, X):
        """Return the same distances without any loop over images, in memory of a few (M, N) arrays.

        Expand the square, ``|a - b|^2 = |a|^2 - 2 a.b + |b|^2``, so that the work is one matrix product.
        The expansion loses digits: for an image and its own copy the result may come out slightly below
        zero. Clip it at zero before taking the root.

        Parameters
        ----------
        X : array (M, D)

        Returns
        -------
        dists : float array (M, N)
            Without NaN; at least 20 times less CPU time than two loops.
        """
        ### BEGIN SOLUTION
        X = np.asarray(X, dtype=float)
        X_train = np.asarray(self.X_train, dtype=float)
        squares = (X**2).sum(axis=1)[:, np.newaxis] + (X_train**2).sum(axis=1)  # (M, N)
        squares -= 2 * X @ X_train.T
        return np.sqrt(np.maximum(squares, 0))
        ### END SOLUTION

    def predict_labels(self, dists, k=1):
        """Return the label that is most frequent among the k nearest training images.

        If several labels are equally frequent, the smallest of them wins.

        Parameters
        ----------
        dists : float array (M, N)
            Distances, as computed above.
        k : int
            Number of neighbours that vote, 1 <= k <= N. With k = 1 the label of the nearest image wins.

        Returns
        -------
        y_pred : integer array (M,)
        """
        ### BEGIN SOLUTION
        y_pred = np.zeros(dists.shape[0], dtype=int)
        for i in range(dists.shape[0]):
            nearest = self.y_train[np.argsort(dists[i], kind="stable")[:k]]  # (k,)
            y_pred[i] = np.argmax(np.bincount(nearest))
        return y_pred
        ### END SOLUTION

    def predict(self, X, k=1, num_loops=0, metric="l2"):
        """Return the labels of test images.

        Parameters
        ----------
        X : array (M, D)
        k : int
            Number of neighbours that vote.
        num_loops : int
            Which of the three L2 distances to use: 0, 1 or 2 loops.
        metric : str
            ``"l2"``, or ``"l1"`` for `distances.l1_distances` (then `num_loops` has no effect).

        Returns
        -------
        y_pred : integer array (M,)

        Raises
        ------
        ValueError
            If `num_loops` or `metric` is none of these.
        """
        from distances import l1_distances  # here, so that an error in that module costs nothing else

        ### BEGIN SOLUTION
        l2_distances = {
            0: self.compute_distances_no_loops,
            1: self.compute_distances_one_loop,
            2: self.compute_distances_two_loops,
        }
        if metric == "l1":
            dists = l1_distances(X, self.X_train)
        elif metric == "l2" and num_loops in l2_distances:
            dists = l2_distances[num_loops](X)
        else:
            asked = f"num_loops={num_loops!r} and metric={metric!r}"
            raise ValueError(f"{asked}: expected 0, 1 or 2, and 'l1' or 'l2'")
        return self.predict_labels(dists, k=k)
        ### END SOLUTION
