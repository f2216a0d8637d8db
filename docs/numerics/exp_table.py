#!/usr/bin/env python3
"""Derives the constants of src/RnnGen/Numerics/ExpTable.cs and SigmoidTable.cs. Needs numpy.

x = n ln(2)/16 + r with n = round(16 x / ln 2), so that e^x = 2^(n/16) e^r.

e^x = scale (1 + p(r)), with p a cubic for e^r - 1 and scale = 2^(n/16).

sigmoid(x) = scale / ((scale + BASE) + q(r)), with q a cubic for e^(-r - SHIFT) - BASE and scale = 2^(n/16) e^-SHIFT. The inner sum does not
wait for r. It is exact for scales from 2^-6 to 2^19, because the scale is rounded to SCALE_BITS bits and BASE has five. Below, it is less than 1,
where floats lie twice as close as above, and so in most cases is the outer one: SHIFT is a little more than the largest |r|. Of the shifts from 0.0217
to 0.0244, of 18 to 20 bits and of BASE 15/16, these have the smallest error over all floats. There n steps are taken off x in one piece,
with a fused multiply-add; what they lack is made up for in q.

Both scales are a power of two times one of sixteen floats, chosen by j, the low four bits of n. What the float lacks is part of the cubic's
constant term, which therefore is a table as well. From the bits of the float j << 19 is taken off, so that all of n can be added there:
j to the fraction, the rest to the exponent.
"""
import numpy as np

STEPS = 16
SHIFT = 0.0234
BASE = 31 / 32
SCALE_BITS = 19


def cubic(sign, shift):
    """Coefficients for e^(sign r - shift) - 1, highest rounded first: constant, {1: .., 2: .., 3: ..}, largest error."""
    r_max = np.log(2) / (2 * STEPS)
    r = r_max * np.cos((np.arange(2000) + 0.5) / 2000 * np.pi)
    target = np.expm1(sign * r - shift)
    fixed = {}
    for degree in (3, 2, 1):
        free = [k for k in range(4) if k not in fixed]
        rest = target - sum(c * r**k for k, c in fixed.items())
        # At points as dense towards the ends as a Chebyshev polynomial's extremes, least squares is minimax to within a few per cent.
        fit = np.linalg.lstsq(np.stack([(r / r_max) ** k for k in free], axis=1), rest, rcond=None)[0]
        fixed[degree] = float(np.float32(fit[free.index(degree)] / r_max**degree))
    rest = target - sum(c * r**k for k, c in fixed.items())
    constant = (rest.max() + rest.min()) / 2
    return constant, fixed, np.abs(rest - constant).max()


def split_step():
    step = np.log(2) / STEPS
    high = (np.float32(step).view(np.uint32) & np.uint32(0xFFFFF000)).view(np.float32)
    return high, np.float32(step - float(high))


def round_to_bits(values, bits):
    unit = 2.0 ** (np.floor(np.log2(values)) - (bits - 1))
    return (np.round(values / unit) * unit).astype(np.float32)


def print_table(name, letter, sign, shift, base, scale_bits):
    constant, coefficients, error = cubic(sign, shift)
    print(f"// {name}: the cubic errs by {error * 2**24:.3f} units of 2^-24 before rounding errors")
    exact = 2.0 ** (np.arange(STEPS) / STEPS) * np.exp(-shift)
    scale = round_to_bits(exact, scale_bits)
    lost = (exact - scale.astype(float)) / (scale.astype(float) if sign > 0 else exact)
    constants = (1 - base) + (constant + sign * lost * np.exp(-shift))
    bits = scale.view(np.uint32) - (np.arange(STEPS, dtype=np.uint32) << 19)
    print(f"{name} Scale", ", ".join(f"{v:.9g}f" for v in bits.view(np.float32)))
    print(f"{name} {letter}0", ", ".join(f"{np.float32(v):.9g}f" for v in constants))
    for degree in (1, 2, 3):
        print(f"{name} {letter}{degree} {np.float32(coefficients[degree]):.9g}f")


if __name__ == "__main__":
    high, low = split_step()
    print(f"StepHigh {high:.9g}f StepLow {low:.9g}f StepsPerUnit {np.float32(STEPS / np.log(2)):.9g}f")
    print_table("Exp", "P", 1, 0.0, 1, 24)
    step = np.float32(np.log(2) / STEPS)
    print(f"Sigmoid Step {step:.9g}f LackOfStep {np.float32((np.log(2) / STEPS - float(step)) * np.exp(-SHIFT)):.9g}f")
    print_table("Sigmoid", "Q", -1, SHIFT, BASE, SCALE_BITS)
