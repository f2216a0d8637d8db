#!/usr/bin/env python3
"""Derives the coefficients of src/RnnGen/Numerics/TanhTable.cs. Needs numpy.

One polynomial T0 + T1 d + ... + T5 d^5, d = |x| - centre, for each quarter of an octave of u = 2 + 3.29 |x|. All coefficients are floats,
so they are rounded one after the other, lowest first, and the rest fitted again by Lawson's reweighted least squares, which
tends to the smallest largest error in units in the last place of tanh.
"""
import numpy as np

OFFSET, SCALE, SATURATION, DEGREE = 2.0, 3.29, 9.1, 5


def intervals():
    starts = [(u - OFFSET) / SCALE for u in (2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28)]
    return list(zip(starts, starts[1:] + [SATURATION]))


def unit_in_the_last_place(t):
    return 2.0 ** (np.floor(np.log2(t)) - 23)


def centre_and_first_coefficients(a, b):
    if a == 0:
        return np.float32(0), [np.float32(0), np.float32(1), np.float32(0)]  # exact for tiny arguments
    # So wide a window because in the last interval tanh meets a float at a few places only.
    candidates = ((a + b) / 2 + np.linspace(-0.1, 0.1, 40001) * (b - a)).astype(np.float32)
    t = np.tanh(candidates.astype(float))
    best = np.argmin(np.abs(t - t.astype(np.float32)) / unit_in_the_last_place(t))
    return candidates[best], [np.float32(t[best])]


def lawson(basis, target, weight, iterations=60):
    best_error, best_fit = np.inf, None
    lawson_weight = np.ones_like(target)
    for _ in range(iterations):
        w = weight * np.sqrt(lawson_weight)
        column = np.linalg.norm(basis * w[:, None], axis=0)
        fit = np.linalg.lstsq(basis * w[:, None] / column, target * w, rcond=1e-15)[0] / column
        error = np.abs(basis @ fit - target) * weight
        if error.max() < best_error:
            best_error, best_fit = error.max(), fit
        lawson_weight *= error / error.max() + 1e-3
        lawson_weight /= lawson_weight.max()
    return best_fit


def fit(a, b):
    x = a + (1 - np.cos((np.arange(400) + 0.5) / 400 * np.pi)) / 2 * (b - a)
    t = np.tanh(x)
    weight = 1 / unit_in_the_last_place(t)
    centre, coefficients = centre_and_first_coefficients(a, b)
    d = x - float(centre)
    while len(coefficients) <= DEGREE:
        rest = t - sum(float(c) * d**k for k, c in enumerate(coefficients))
        basis = np.stack([d**k for k in range(len(coefficients), DEGREE + 1)], axis=1)
        coefficients.append(np.float32(lawson(basis, rest, weight)[0]))
    error = np.abs(sum(float(c) * d**k for k, c in enumerate(coefficients)) - t) * weight
    return [centre] + coefficients, error.max()


if __name__ == "__main__":
    rows = []
    for a, b in intervals():
        row, error = fit(a, b)
        rows.append(row)
        print(f"// |x| from {a:.4f} to {b:.4f}: {error:.3f} units in the last place before rounding errors")
    for name, values in zip(["Centre"] + [f"T{k}" for k in range(DEGREE + 1)], zip(*rows)):
        print(name, ", ".join(f"{v:.9g}f" for v in values))
