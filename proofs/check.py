#!/usr/bin/env python3
"""Replays the certificates of points (*.point), with Python's standard library alone.

A second checker: it shares no code and no language with the kernel in Sources/Certificates/Points. The
format is in POINT.md. A certificate holds H_1 and W_1, ..., W_L with rational entries;
this program computes the objective (1) of the paper at that point, exactly,

    1/(2N) |W_L s(W_{L-1} s(... s(W_1 H_1)))  - Y|^2 + sum_l lambda_l/2 |W_l|^2 + lambda_H/2 |H_1|^2,

and compares it with a lower bound of the loss of deep neural collapse (DNC): if x >= L - 1 and
x^(L-1) <= K^(L+1) Lambda (1 + x)^(2L), with Lambda = n lambda_H lambda_1 ... lambda_L, then
2 L_DNC >= (1 + (L+1) x)/(1 + x)^2.

    python3 proofs/check.py                      all *.point on file, in paper/certificates/
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
        if self.next > len(self.lines):
            self.fail(f"expected {name!r}, found the end")
        line = self.lines[self.next - 1]
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

    def fraction(self, name):
        text = self.value(name)
        if len(text) > NUMBER_LIMIT or not FRACTION.fullmatch(text):
            self.fail(f"expected a fraction, found {text[:40]!r}")
        number = Fraction(text)
        if str(number) != text:
            self.fail(f"expected lowest terms, found {text[:40]!r}")
        return number

    def matrix(self, name):
        """The rows of integers and their common denominator."""
        sizes = self.value(name).split(" ")
        if len(sizes) != 2:
            self.fail("expected rows and columns")
        rows, columns = (self.integer(size, 1) for size in sizes)
        over = self.count("over", 1)
        result = []
        common = over
        for _ in range(rows):
            row = [self.integer(entry) for entry in self.value("row").split(" ")]
            if len(row) != columns:
                self.fail(f"expected {columns} numbers, found {len(row)}")
            common = math.gcd(common, *row)
            result.append([Fraction(entry, over) for entry in row])
        if common != 1:
            self.fail(f"all numbers and {over} have the divisor {common}")
        return result


def product(left, right):
    if len(left[0]) != len(right):
        raise Invalid("two layers do not fit together")
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]


def squares(matrix):
    return sum(entry * entry for row in matrix for entry in row)


def check(text):
    """What a certificate proves; raises Invalid when it proves nothing."""
    lines = Lines(text)
    if lines.value("verify") != "point 1":
        lines.fail("expected 'verify point 1'")
    classes = lines.count("classes", 1)
    layers = lines.count("layers", 2)
    samples = lines.count("samples", 1)
    copies = lines.count("columns", 1)
    decays = [lines.fraction("feature-decay")]
    for _ in range(layers):
        decays.append(lines.fraction("weight-decay"))
    features = lines.matrix("features")
    weights = [lines.matrix("weights") for _ in range(layers)]
    loss, x, bound = (lines.fraction(name) for name in ("loss", "x", "bound"))
    if lines.next != len(lines.lines):
        raise Invalid(f"line {lines.next + 1}: expected the end")

    if min(decays) <= 0:
        raise Invalid("a weight decay is not positive")
    if copies not in (1, samples) or len(features[0]) != classes * copies:
        raise Invalid("H_1 does not have 1 or n columns for each class")

    # The objective. A single column of a class stands n times.
    repeat = samples // copies
    current = features
    for layer, weight in enumerate(weights):
        if layer > 0:
            current = [[max(entry, 0) for entry in row] for row in current]
        current = product(weight, current)
    if len(current) != classes:
        raise Invalid("the last layer does not have a row for each class")
    residual = sum(
        (entry - (column // copies == row)) ** 2
        for row, entries in enumerate(current)
        for column, entry in enumerate(entries))
    value = residual * repeat / (2 * classes * samples) + decays[0] * repeat * squares(features) / 2
    value += sum(decay * squares(weight) for decay, weight in zip(decays[1:], weights)) / 2
    if value != loss:
        raise Invalid(f"the objective is {float(value):.12g}, not {float(loss):.12g}")

    # The bound.
    regularisation = samples * math.prod(decays)
    if x < layers - 1:
        raise Invalid("x is below L - 1")
    if x ** (layers - 1) > classes ** (layers + 1) * regularisation * (1 + x) ** (2 * layers):
        raise Invalid("the bound of DNC does not hold for this regularisation")
    if bound != (1 + (layers + 1) * x) / (2 * (1 + x) ** 2):
        raise Invalid("the bound does not belong to x")
    if loss >= bound:
        raise Invalid("the loss is not below the bound")
    return (f"K = {classes}, L = {layers}, Lambda = {regularisation}: "
            f"loss {float(loss):.9g} < {float(bound):.9g} <= L_DNC")


def files(arguments):
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "paper", "certificates")
    for place in arguments or [here]:
        if os.path.isdir(place):
            for name in sorted(os.listdir(place)):
                if name.endswith(".point"):
                    yield os.path.join(place, name)
        else:
            yield place


def main(arguments):
    valid = total = 0
    for path in files(arguments):
        total += 1
        try:
            if os.path.getsize(path) > SIZE_LIMIT:
                raise Invalid("the file is too large")
            with open(path, encoding="ascii", newline="") as file:
                verdict = check(file.read())
            valid += 1
        except (Invalid, OSError, ValueError) as error:
            verdict = f"INVALID: {error}"
        print(f"{os.path.basename(path)}: {verdict}")
    print(f"{valid} of {total} certificates are valid")
    return 0 if valid == total > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
