"""Dense matrices of fractions as lists of rows, by the textbook."""

from fractions import Fraction
from math import isqrt


def product(a, b):
    columns = list(zip(*b))
    return [[sum((x * y for x, y in zip(row, column)), Fraction(0)) for column in columns] for row in a]


def transposed(a):
    return [list(column) for column in zip(*a)]


def relu(a):
    return [[max(x, Fraction(0)) for x in row] for row in a]


def norm2(a):
    return sum((x * x for row in a for x in row), Fraction(0))


def reduced(a):
    """The row echelon form, and the columns of its pivots."""
    rows, pivots = [list(row) for row in a], []
    for column in range(len(rows[0]) if rows else 0):
        found = next((i for i in range(len(pivots), len(rows)) if rows[i][column] != 0), None)
        if found is None:
            continue
        top = len(pivots)
        rows[top], rows[found] = rows[found], rows[top]
        rows[top] = [x / rows[top][column] for x in rows[top]]
        for i in range(len(rows)):
            if i != top and rows[i][column] != 0:
                factor = rows[i][column]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[top])]
        pivots.append(column)
    return rows, pivots


def rank(a):
    return len(reduced(a)[1])


def inverse(a):
    size = len(a)
    rows, pivots = reduced([list(row) + [Fraction(int(i == j)) for j in range(size)] for i, row in enumerate(a)])
    assert pivots == list(range(size))
    return [row[size:] for row in rows]


def pseudo_inverse(a):
    """Of a factorisation a = b c with as many columns as the rank: c* (c c*)^-1 (b* b)^-1 b*."""
    rows, pivots = reduced(a)
    if not pivots:
        return [[Fraction(0)] * len(a) for _ in a[0]]
    b, c = [[row[j] for j in pivots] for row in a], rows[: len(pivots)]
    bt, ct = transposed(b), transposed(c)
    return product(product(ct, inverse(product(c, ct))), product(inverse(product(bt, b)), bt))


def signs(a):
    """How many eigenvalues of a symmetric matrix are positive and zero, by congruences."""
    rows = [list(row) for row in a]
    positive = zero = 0
    while rows:
        size = len(rows)
        place = next((i for i in range(size) if rows[i][i] != 0), None)
        if place is None:
            pair = next(((i, j) for i in range(size) for j in range(i) if rows[i][j] != 0), None)
            if pair is None:
                zero += size
                break
            # Adding a row and column to another makes the diagonal entry twice that one.
            i, j = pair
            rows[i] = [x + y for x, y in zip(rows[i], rows[j])]
            for row in rows:
                row[i] += row[j]
            continue
        pivot = rows[place]
        positive += pivot[place] > 0
        rows = [
            [x - row[place] * y / pivot[place] for k, (x, y) in enumerate(zip(row, pivot)) if k != place]
            for i, row in enumerate(rows) if i != place]
    return positive, zero


class Spectrum:
    """The singular values of a matrix, compared with numbers exactly."""

    def __init__(self, a):
        small = a if len(a) <= len(a[0]) else transposed(a)
        self.gram = product(small, transposed(small))
        self.size = len(small)
        self.counted = {}

    def above(self, square):
        """How many squares of singular values are above a number, and how many equal it."""
        if square not in self.counted:
            self.counted[square] = signs(
                [[x - square * (i == j) for j, x in enumerate(row)] for i, row in enumerate(self.gram)])
        return self.counted[square]

    def largest(self, steps=60):
        """Bounds of the square of the largest one."""
        low, high = Fraction(0), sum((self.gram[i][i] for i in range(self.size)), Fraction(0))
        for _ in range(steps):
            middle = (low + high) / 2
            low, high = (middle, high) if self.above(middle)[0] > 0 else (low, middle)
        return low, high

    def bounds_hold(self, bounds):
        """Whether the i-th of the values is within the i-th bounds, which are in order."""
        for i, (low, high) in enumerate(bounds):
            above, _ = self.above(high * high)
            if above > i:
                return False
            above, equal = self.above(low * low)
            if low > 0 and above + equal <= i:
                return False
        return len(bounds) == self.size


def root(value, bits=80):
    """The square root of a fraction, rounded down to so many bits."""
    return Fraction(isqrt((value.numerator << (2 * bits)) // value.denominator), 1 << bits)
