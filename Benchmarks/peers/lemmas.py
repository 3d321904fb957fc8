"""Lemmas 12 and 13 and Theorem 3 with SymPy: dense domain matrices from the definitions, a
spectrum by traces and an annihilating polynomial.

    python lemmas.py 12 5 40

Prints "printed A of N" and, for Lemma 13, "corrected A of N"; for Theorem 3 "holds A of N".
SymPy hands dense matrices to FLINT when python-flint is installed.
"""

import os
import sys
from collections import Counter
from itertools import combinations
from math import comb

if "SYMPY_GROUND_TYPES" not in os.environ:
    try:
        import flint  # noqa: F401

        os.environ["SYMPY_GROUND_TYPES"] = "flint"
    except ImportError:
        pass

from sympy import QQ, ZZ
from sympy.polys.matrices import DomainMatrix


def dense(rows):
    return DomainMatrix(rows, (len(rows), len(rows[0])), ZZ).to_dense()


def edges(r):
    return list(combinations(range(r), 2))


def incidence(r):
    """A row for each vertex of the complete graph, a column for each edge."""
    return dense([[ZZ(int(v in e)) for e in edges(r)] for v in range(r)])


def weightings(r):
    """A row for each edge: -1 at its two vertices, 1 elsewhere."""
    return dense([[ZZ(-1 if v in e else 1) for v in range(r)] for e in edges(r)])


def relu(matrix):
    return dense([[max(x, ZZ(0)) for x in row] for row in matrix.to_list()])


def row_norm(matrix):
    """The square of the norm that all rows share."""
    norms = {sum(x * x for x in row) for row in matrix.to_list()}
    assert len(norms) == 1
    return norms.pop()


def trace(matrix):
    return sum(row[i] for i, row in enumerate(matrix.to_list()))


def merged(values):
    """Multiplicities by eigenvalue, without zeros."""
    count = Counter()
    for value, multiplicity in values:
        count[value] += multiplicity
    return {value: m for value, m in count.items() if m}


def has_spectrum(layer, values):
    """Whether the symmetric matrix, an integer one and its denominator, has exactly these
    eigenvalues."""
    matrix, denominator = layer
    size = matrix.shape[0]
    values = {denominator * value: m for value, m in merged(values).items()}
    assert len(values) <= 3
    moments = [size, trace(matrix), sum(x * x for row in matrix.to_list() for x in row)]
    for k, moment in enumerate(moments):
        if sum(m * value**k for value, m in values.items()) != moment:
            return False
    one = DomainMatrix.eye(size, ZZ).to_dense()
    product = None
    for value in values:
        factor = matrix - ZZ(int(value)) * one
        product = factor if product is None else product * factor
    return product.is_zero_matrix


def layer(r):
    positive = relu(incidence(r))
    return positive.transpose() * positive, r - 1


def last_layer(r):
    rows = weightings(r) * incidence(r)
    positive = relu(rows)
    return positive.transpose() * positive, int(row_norm(rows))


def values_12(r):
    return [(QQ(2), 1), (QQ(r - 2, r - 1), r - 1), (QQ(0), r * (r - 3) // 2)]


def values_13(r, is_printed):
    s = (r - 2) * (r - 3) + 2
    first = QQ((r - 2) * (5 * r - 19), s) if is_printed else QQ((r - 2) ** 2 * (r - 3) ** 2, 2 * s)
    return [(first, 1), (QQ(2 * (r - 3) ** 2, s), r - 1), (QQ(2, s), r * (r - 3) // 2)]


def sign(x):
    return (x > 0) - (x < 0)


class Root:
    """a + b sqrt(d)."""

    def __init__(self, a, b, d):
        self.a, self.b, self.d = QQ(a), QQ(b), d

    def __add__(self, other):
        return Root(self.a + other.a, self.b + other.b, self.d)

    def __sub__(self, other):
        return Root(self.a - other.a, self.b - other.b, self.d)

    def __mul__(self, other):
        return Root(
            self.a * other.a + self.b * other.b * self.d, self.a * other.b + self.b * other.a, self.d
        )

    def inverse(self):
        norm = self.a * self.a - self.b * self.b * self.d
        return Root(self.a / norm, -self.b / norm, self.d)

    def sign(self):
        if sign(self.a) * sign(self.b) >= 0:
            return sign(self.a) or sign(self.b)
        square, other = self.a**2, self.b**2 * self.d
        return 0 if square == other else sign(self.a) if square > other else sign(self.b)


def times(p, q):
    """The product of two polynomials, coefficients from low to high."""
    result = [Root(0, 0, p[0].d)] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            result[i + j] = result[i + j] + x * y
    return result


def product(factors, one):
    result = [one]
    for factor in factors:
        result = times(result, factor)
    return result


def shifted(p, by):
    """p(x + by), by Horner's rule."""
    result = [p[-1]]
    for coefficient in reversed(p[:-1]):
        result = times(result, [Root(by, 0, coefficient.d), Root(1, 0, coefficient.d)])
        result[0] = result[0] + coefficient
    return result


def theorem_3(r):
    """For how many L of 3..8 the construction loses less than collapse, wherever the minimiser of
    that is not 0."""
    size = comb(r, 2)
    vertices = incidence(r)
    rows = weightings(r) * vertices
    assert has_spectrum(layer(r), values_12(r))
    assert has_spectrum(last_layer(r), values_13(r, False))
    mu = merged(values_13(r, False))
    # (sqrt(2) + (r-1) sqrt((r-2)/(r-1)))^2 = 2 + (r-1)(r-2) + 2 sqrt(d)
    d = 2 * (r - 1) * (r - 2)
    number = lambda x: Root(x, 0, d)
    over_qq = vertices.convert_to(QQ)
    inverse = (over_qq * over_qq.transpose()).inv()
    pseudo_inverse = over_qq.transpose() * inverse * inverse * over_qq
    gram = (rows.transpose() * rows).convert_to(QQ)
    kappa = trace(gram * pseudo_inverse) * (r - 1) / int(row_norm(rows))
    rank = vertices.rank()
    held = 0
    for layers in range(3, 9):
        if layers == 3 and r < 5:
            continue
        bound = Root(2 + (r - 1) * (r - 2), 2, d) * number(rank ** (layers - 3) * kappa)
        if layers > 3 and (number(min(mu) * size**layers) - bound).sign() > 0:
            held += 1
            continue
        # mean of 1/(1 + c x) < 1/(1 + x) for all x >= L-1: here every coefficient is positive
        factors = [[number(1), number(m * size**layers) * bound.inverse()] for m in mu]
        difference = times([number(size)], product(factors, number(1)))
        for i, multiplicity in enumerate(mu.values()):
            others = product(factors[:i] + factors[i + 1 :], number(1))
            term = times([number(-multiplicity), number(-multiplicity)], others)
            difference = [x + y for x, y in zip(difference, term)]
        held += all(x.sign() > 0 for x in shifted(difference, layers - 1))
    return held


question, first, last = map(int, sys.argv[1:])
orders = range(first, last + 1)
if question == 12:
    held = sum(has_spectrum(layer(r), values_12(r)) for r in orders)
    print(f"printed {held} of {len(orders)}")
elif question == 13:
    matrices = [(r, last_layer(r)) for r in orders]
    printed = sum(has_spectrum(m, values_13(r, True)) for r, m in matrices)
    corrected = sum(has_spectrum(m, values_13(r, False)) for r, m in matrices)
    print(f"printed {printed} of {len(orders)}, corrected {corrected} of {len(orders)}")
else:
    print(f"holds {sum(map(theorem_3, orders))} of {6 * len(orders) - (first == 4)}")
