"""Weights under linear constraints: is there any such weight, and draws that are uniform among them.

Three ways, each where it is exact or fast: draws of the whole simplex that happen to fit, where enough of them do; a
triangulation of the region, exact, in few dimensions; and many parallel hit-and-run walks in the others (Smith, 1984;
Tervonen et al., 2013).
"""

from __future__ import annotations

from math import factorial

import numpy as np

from criteria.errors import CriteriaError, WeightsError
from criteria.model.arrays import FloatArray
from criteria.scaling.checks import numbers
from criteria.translation import translate as _

ENOUGH_FIT = 0.05  # share of the simplex from which on drawing until it fits is the fastest
_PROBES = 4_000
_TRIANGULATED = 6  # dimensions of the region up to which it is cut into simplices
_WALKERS = 512
_ROUNDS = 8  # of finding out how long the region is in each direction
_NO_ROOM = 1e-300  # stands for less room than none, where rounding puts a walker onto a border or beyond
_FLAT = 1e-9  # a region thinner than this has no inside


class WeightRegion:
    """The weights w >= 0, Σw = 1, with c0 + c·w >= 0 for every constraint.

    Raises WeightsError where there are none, or where they have no inside (constraints that amount to an equation).
    """

    def __init__(self, constraints: object) -> None:
        rows = np.atleast_2d(numbers(constraints, _("The constraints")))
        if rows.ndim != 2 or rows.shape[1] < 2 or not np.all(np.isfinite(rows)):
            raise CriteriaError(
                _("Each constraint must be a row of finite numbers c0, c1 … cn, meaning c0 + c·w ≥ 0.")
            )
        self.n = rows.shape[1] - 1
        self.constraints = rows
        # Points of the simplex are written as x with w = center + basis·x; each row says offset + slope·x >= 0.
        self.center = np.full(self.n, 1.0 / self.n)
        self.basis = _simplex_basis(self.n)
        everything = np.vstack([np.column_stack([np.zeros(self.n), np.eye(self.n)]), rows])
        self.offset = everything[:, 0] + everything[:, 1:] @ self.center
        self.slope = everything[:, 1:] @ self.basis
        self.inside, self.radius = self._widest_ball()
        self._share = self._fitting_share()
        self._pieces = None if self._share >= ENOUGH_FIT else self._triangulation()

    def contains(self, weights: FloatArray) -> np.ndarray:
        """Return for each row of weights (k, n) whether it satisfies every constraint, up to rounding."""
        return np.all(self.constraints[:, 0] + weights @ self.constraints[:, 1:].T >= -1e-12, axis=1)

    def sample(self, draws: int, rng: np.random.Generator) -> FloatArray:
        """Return weights (draws, n), uniform on the region."""
        if self.n == 1:
            return np.ones((draws, 1))
        if self._share >= ENOUGH_FIT:
            return self._until_enough_fit(draws, rng)
        if self._pieces is not None:
            return self._from_pieces(draws, rng)
        return self._walked(draws, rng)

    def _widest_ball(self) -> tuple[FloatArray, float]:
        """Return the centre (Chebyshev) and radius of the widest ball inside, by a linear program."""
        from scipy.optimize import linprog

        if self.n == 1:
            if np.any(self.offset < -1e-12):
                raise WeightsError(_("No weights satisfy these constraints: loosen one."))
            return np.zeros(0), 1.0
        lengths = np.linalg.norm(self.slope, axis=1)
        # Maximize r with offset + slope·x >= r·|slope|.
        found = linprog(
            np.append(np.zeros(self.n - 1), -1.0),
            A_ub=np.column_stack([-self.slope, lengths]),
            b_ub=self.offset,
            bounds=[(None, None)] * (self.n - 1) + [(None, 1.0)],
        )
        if found.status != 0 or found.x is None or found.x[-1] < -_FLAT:
            raise WeightsError(_("No weights satisfy these constraints: loosen one."))
        if found.x[-1] < _FLAT:
            raise WeightsError(
                _(
                    "These constraints leave no room between them: loosen one, so that there is something to draw from."
                )
            )
        return found.x[:-1], float(found.x[-1])

    def _fitting_share(self) -> float:
        spacings = np.random.default_rng(0).standard_exponential((_PROBES, self.n))
        return float(np.mean(self.contains(spacings / spacings.sum(axis=1, keepdims=True))))

    def _until_enough_fit(self, draws: int, rng: np.random.Generator) -> FloatArray:
        kept: list[FloatArray] = []
        missing = draws
        while missing > 0:
            spacings = rng.standard_exponential((int(1.2 * missing / self._share) + 16, self.n))
            spacings /= spacings.sum(axis=1, keepdims=True)
            fitting = spacings[self.contains(spacings)][:missing]
            kept.append(fitting)
            missing -= len(fitting)
        return np.vstack(kept)

    def _triangulation(self) -> tuple[FloatArray, FloatArray] | None:
        """Return simplices (t, d + 1, d) that fill the region, and the share of its volume in each; None in many dimensions."""
        from scipy.spatial import Delaunay, HalfspaceIntersection, QhullError

        d = self.n - 1
        if d > _TRIANGULATED:
            return None
        if d == 1:
            ends = _ends_of_line(self.offset, self.slope[:, 0])
            return np.array([[[ends[0]], [ends[1]]]]), np.ones(1)
        try:
            # Qhull asks for slope·x + offset <= 0.
            corners = HalfspaceIntersection(
                np.column_stack([-self.slope, -self.offset]), self.inside
            ).intersections
            corners = np.unique(np.round(corners[np.all(np.isfinite(corners), axis=1)], 13), axis=0)
            if len(corners) == d + 1:  # the region is a simplex already
                pieces = corners[np.newaxis]
            else:
                cut = Delaunay(corners, qhull_options="QJ Pp Qbb Qc")
                pieces = cut.points[cut.simplices]
        except QhullError:
            return None
        volumes = np.abs(np.linalg.det(pieces[:, 1:] - pieces[:, :1])) / factorial(d)
        return pieces, volumes / volumes.sum()

    def _from_pieces(self, draws: int, rng: np.random.Generator) -> FloatArray:
        assert self._pieces is not None
        pieces, shares = self._pieces
        chosen = rng.choice(len(pieces), size=draws, p=shares)
        spacings = rng.standard_exponential((draws, pieces.shape[1]))
        spacings /= spacings.sum(axis=1, keepdims=True)
        return self._weights(np.einsum("kv,kvd->kd", spacings, pieces[chosen]))

    def _walked(self, draws: int, rng: np.random.Generator) -> FloatArray:
        """Return the steps of many walks that start in the middle, after a long run that is thrown away."""
        walkers = min(_WALKERS, draws)
        place = np.repeat(self.inside[np.newaxis], walkers, axis=0)
        d = self.n - 1
        steps = -(-draws // walkers)
        pause = 2 * d  # steps between two that are kept
        kept = np.empty((steps, walkers, d))
        # A long and thin region is walked in strides that are longer where it is longer: how long, the walk finds out.
        strides = np.eye(d)
        memory = np.empty((3, walkers, len(self.offset)))
        for _round in range(_ROUNDS):
            seen = []
            for step in range(8 * d):
                place = self._step(place, strides, rng, memory)
                if step >= 4 * d and step % d == 0:
                    seen.append(place)
            spread = np.cov(np.concatenate(seen), rowvar=False).reshape(d, d)
            strides = np.linalg.cholesky(spread + 1e-12 * np.trace(spread) * np.eye(d)).T
        for step in range(steps):
            for _pause in range(pause):
                place = self._step(place, strides, rng, memory)
            kept[step] = place
        return self._weights(kept.reshape(-1, d)[:draws])

    def _step(
        self, place: FloatArray, strides: FloatArray, rng: np.random.Generator, memory: FloatArray
    ) -> FloatArray:
        """Return where each walker (k, d) is after one step.

        memory: (3, k, constraints), which holds anything: new memory takes longer than the arithmetic.
        """
        direction = rng.standard_normal(place.shape) @ strides
        room, along, reach = memory
        np.matmul(place, self.slope.T, out=room)
        room += self.offset
        np.maximum(room, _NO_ROOM, out=room)
        np.matmul(direction, self.slope.T, out=along)
        # A constraint that a walker does not come nearer to is infinitely far.
        with np.errstate(divide="ignore"):
            np.maximum(along, 0.0, out=reach)
            back = -np.divide(room, reach, out=reach).min(axis=1)
            np.negative(along, out=along)
            np.maximum(along, 0.0, out=along)
            ahead = np.divide(room, along, out=along).min(axis=1)
        return place + direction * (back + rng.random(len(place)) * (ahead - back))[:, np.newaxis]

    def _weights(self, points: FloatArray) -> FloatArray:
        weights = np.maximum(self.center + points @ self.basis.T, 0.0)
        weights /= weights.sum(axis=1, keepdims=True)
        return weights


def _simplex_basis(n: int) -> FloatArray:
    """Return an orthonormal basis (n, n - 1) of the directions in which weights can move while their sum stays."""
    if n == 1:
        return np.zeros((1, 0))
    return np.linalg.svd(np.ones((1, n)))[2][1:].T


def _ends_of_line(offset: FloatArray, slope: FloatArray) -> tuple[float, float]:
    with np.errstate(divide="ignore", invalid="ignore"):
        roots = -offset / slope
    return float(roots[slope > 0].max()), float(roots[slope < 0].min())


def interval_constraints(low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the rows of constraints that say low <= w <= high for each weight."""
    n = len(low)
    return np.vstack([np.column_stack([-low, np.eye(n)]), np.column_stack([high, -np.eye(n)])])
