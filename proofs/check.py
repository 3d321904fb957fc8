#!/usr/bin/env python3
"""Replays the certificates of points (*.point) and shapes (*.shape), with Python's standard library alone.

A second checker: it shares no code and no language with the kernels in Sources/Certificates. A point
(POINT.md) is H_1 and W_1, ..., W_L with rational entries; the objective (1) of the paper there,

    1/(2N) |W_L s(W_{L-1} s(... s(W_1 H_1)))  - Y|^2 + sum_l lambda_l/2 |W_l|^2 + lambda_H/2 |H_1|^2,

is compared with a lower bound of the loss of deep neural collapse (DNC): if x >= L - 1 and
x^(L-1) <= K^(L+1) Lambda (1 + x)^(2L), with Lambda = n lambda_H lambda_1 ... lambda_L, then
2 L_DNC >= (1 + (L+1) x)/(1 + x)^2; with = in the one there is = in the other. A shape (SHAPE.md) is H_1
and W_1, ..., W_{L-1}: scaled, with the best W_L, and C = G K^L/D, its loss is half of
tau L x/(1 + x)^2 + tr(I + tau^L x C)^-1/K for any tau > 0.

    python3 proofs/check.py                      all of these on file, in paper/certificates/
    python3 proofs/check.py FILE... | FOLDER...  these

Exit status: 0 when every certificate is valid and there is one, 1 otherwise.
"""

import math
import os
import re
import sys
from fractions import Fraction

INTEGER = re.compile(r"0|-?[1-9][0-9]*")
FRACTION = re.compile(r"(0|-?[1-9][0-9]*)(/[1-9][0-9]*)?")
NUMBER_LIMIT = 10_000
SIZE_LIMIT = 1 << 24
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(2 * NUMBER_LIMIT)


class Invalid(Exception):
    """Why a text is no certificate, or proves nothing."""


def require(holds, what):
    if not holds:
        raise Invalid(what)


class Lines:
    """The lines of a certificate, in order."""

    def __init__(self, text):
        if not text.endswith("\n"):
            raise Invalid("the last line does not end")
        self.lines = text.split("\n")[:-1]
        self.next = 0

    def fail(self, what):
        raise Invalid(f"line {self.next}: {what}")

    def value(self, name):
        """What follows the name in the next line."""
        self.next += 1
        line = self.lines[self.next - 1] if self.next <= len(self.lines) else "the end"
        if not line.startswith(name + " "):
            self.fail(f"expected {name!r}, found {line[:40]!r}")
        return line[len(name) + 1:]

    def integer(self, text, least=None):
        if len(text) > NUMBER_LIMIT or not INTEGER.fullmatch(text):
            self.fail(f"expected an integer, found {text[:40]!r}")
        number = int(text)
        if least is not None and number < least:
            self.fail(f"expected at least {least}, found {number}")
        return number

    def count(self, name, least):
        return self.integer(self.value(name), least)

    def fraction(self, text):
        if len(text) > NUMBER_LIMIT or not FRACTION.fullmatch(text) or str(Fraction(text)) != text:
            self.fail(f"expected a fraction in lowest terms, found {text[:40]!r}")
        return Fraction(text)

    def words(self, name, count):
        words = self.value(name).split(" ")
        if len(words) != count:
            self.fail(f"expected {count} numbers, found {len(words)}")
        return words

    def matrix(self, name):
        """The rows of integers and their common denominator."""
        rows, columns = (self.integer(size, 1) for size in self.words(name, 2))
        over = self.count("over", 1)
        result, common = [], over
        for _ in range(rows):
            row = [self.integer(entry) for entry in self.words("row", columns)]
            common = math.gcd(common, *row)
            result.append([Fraction(entry, over) for entry in row])
        if common != 1:
            self.fail(f"all numbers and {over} have the divisor {common}")
        return result


def product(left, right):
    require(len(left[0]) == len(right), "two layers do not fit together")
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]


def squares(matrix):
    return sum(entry * entry for row in matrix for entry in row)


def positive(matrix):
    return [[max(entry, 0) for entry in row] for row in matrix]


def check_point(lines):
    classes, layers = lines.count("classes", 1), lines.count("layers", 2)
    samples, copies = lines.count("samples", 1), lines.count("columns", 1)
    decays = [lines.fraction(lines.value("feature-decay"))]
    decays += [lines.fraction(lines.value("weight-decay")) for _ in range(layers)]
    features = lines.matrix("features")
    weights = [lines.matrix("weights") for _ in range(layers)]
    loss, x, bound = (lines.fraction(lines.value(name)) for name in ("loss", "x", "bound"))
    require(lines.next == len(lines.lines), f"line {lines.next + 1}: expected the end")
    require(min(decays) > 0, "a weight decay is not positive")
    require(
        copies in (1, samples) and len(features[0]) == classes * copies,
        "H_1 does not have 1 or n columns for each class")

    # The objective. A single column of a class stands n times.
    repeat = samples // copies
    current = features
    for layer, weight in enumerate(weights):
        current = product(weight, positive(current) if layer > 0 else current)
    require(len(current) == classes, "the last layer does not have a row for each class")
    residual = sum(
        (entry - (column // copies == row)) ** 2
        for row, entries in enumerate(current)
        for column, entry in enumerate(entries))
    value = residual * repeat / (2 * classes * samples) + decays[0] * repeat * squares(features) / 2
    value += sum(decay * squares(weight) for decay, weight in zip(decays[1:], weights)) / 2
    require(value == loss, f"the objective is {float(value):.12g}, not {float(loss):.12g}")
    regularisation = samples * math.prod(decays)
    require(x >= layers - 1, "x is below L - 1")
    least = x ** (layers - 1) / (classes ** (layers + 1) * (1 + x) ** (2 * layers))
    require(regularisation >= least, "the bound of DNC does not hold for this regularisation")
    require(bound == (1 + (layers + 1) * x) / (2 * (1 + x) ** 2), "the bound does not belong to x")
    require(loss < bound, "the loss is not below the bound")
    return (f"K = {classes}, L = {layers}, Lambda = {regularisation}: "
            f"loss {float(loss):.9g} < {float(bound):.9g} <= L_DNC")


def coefficients(gram):
    """det(I + y A), lowest first, for a matrix of integers, by Faddeev and LeVerrier."""
    size, result, current = range(len(gram)), [1], gram
    for k in range(1, len(gram) + 1):
        result.append(sum(current[i][i] for i in size) // k)
        current = product(gram, [[(i == j) * result[k] - current[i][j] for j in size] for i in size])
    return result


def times(left, right):
    """The product of two polynomials, lowest coefficients first."""
    result = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            result[i + j] += a * b
    return result


def is_positive(polynomial, start, end):
    """Whether coefficients show it on [start, end], or from start on; halves where they do not."""
    pieces = [(start, end)]
    for a, b in pieces:  # x = (a + b u)/(1 + u), or a + u
        top, bottom = ([a, 1], [1, 0]) if b is None else ([a, b], [1, 1])
        result, power = polynomial[-1:], [1]
        for value in reversed(polynomial[:-1]):
            power = times(power, bottom)
            result = [value * p + c for p, c in zip(power, times(result, top))]
        if result[0] <= 0 or b is not None and result[-1] <= 0 or len(pieces) > 1024:
            return False
        if min(result) < 0:
            middle = 2 * a + 1 if b is None else (a + b) / 2
            pieces += [(a, middle), (middle, b)]
    return True


def check_shape(lines):
    features, weights = lines.matrix("features"), []
    while not weights or lines.lines[lines.next:] and lines.lines[lines.next].startswith("weights "):
        weights.append(lines.matrix("weights"))
    classes, layers, norms, current = len(features[0]), len(weights) + 1, squares(features), features
    for weight in weights:
        norms *= squares(weight)
        current = positive(product(weight, current))
    largest = max(4 * classes, 4 * layers, *map(len, [features] + weights))
    require(norms > 0 and largest <= 256, "a matrix is zero, or too large")
    over = math.lcm(*(entry.denominator for row in current for entry in row))
    whole = [[int(entry * over) for entry in row] for row in current]
    scale = Fraction(classes ** layers, over ** 2) / norms
    symmetric = [e * scale ** k for k, e in enumerate(coefficients(product(list(zip(*whole)), whole)))]
    least, found = layers - 1, []
    while not found or lines.next < len(lines.lines):
        start, end, tau = lines.words("interval", 3)
        start, tau = lines.fraction(start), lines.fraction(tau)
        end = None if end == "infinity" else lines.fraction(end)
        if least is None or start < least or end is not None and end <= start or tau <= 0:
            lines.fail("expected intervals from L - 1 on, in order, and tau > 0")
        # (1 + (L+1) x - tau L x) p(y) > (1 + x)^2 (p(y) - y p'(y)/K) at y = tau^L x, p = det(I + y C)
        p = [e * tau ** (layers * k) for k, e in enumerate(symmetric)]
        rest = [e * (1 - Fraction(k, classes)) for k, e in enumerate(p[:-1])]
        left, right = times([1, layers + 1 - tau * layers], p), times([1, 2, 1], rest)
        if not is_positive([a - b for a, b in zip(left, right)], start, end):
            lines.fail("it is not seen that the loss is below that of collapse")
        least = end
        found.append(f"from {start} to {'infinity' if end is None else end}")
    return f"K = {classes}, L = {layers}: loss < L_DNC for every K' >= K, x {', '.join(found)}"


def files(arguments):
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "paper", "certificates")
    for place in arguments or [here]:
        if os.path.isdir(place):
            for name in sorted(os.listdir(place)):
                if name.endswith((".point", ".shape")):
                    yield os.path.join(place, name)
        else:
            yield place


def main(arguments):
    valid = total = 0
    for path in files(arguments):
        total += 1
        try:
            require(os.path.getsize(path) <= SIZE_LIMIT, "the file is too large")
            with open(path, encoding="ascii", newline="") as file:
                lines = Lines(file.read())
            kind = lines.value("verify")
            require(kind in ("point 1", "shape 1"), "expected 'verify point 1' or 'verify shape 1'")
            verdict = (check_point if kind == "point 1" else check_shape)(lines)
            valid += 1
        except (Invalid, OSError, ValueError) as error:
            verdict = f"INVALID: {error}"
        print(f"{os.path.basename(path)}: {verdict}")
    print(f"{valid} of {total} certificates are valid")
    return 0 if valid == total > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
