"""Polynomials of degree at most two in the coordinates of a vector, and their signs."""

from fractions import Fraction

from .eigenvalues import inertia
from .matrices import Matrix, rank
from .roots import Unknown


class Form:
    """A polynomial: numbers by sorted tuples of the coordinates that are multiplied."""

    def __init__(self, terms):
        self.terms = {key: c for key, c in terms.items() if c != 0}

    @classmethod
    def coordinate(cls, i):
        return cls({(i,): Fraction(1)})

    @classmethod
    def of(cls, x):
        return x if isinstance(x, Form) else cls({(): x})

    def __add__(self, other):
        terms = dict(self.terms)
        for key, c in Form.of(other).terms.items():
            terms[key] = terms.get(key, Fraction(0)) + c
        return Form(terms)

    __radd__ = __add__

    def __neg__(self):
        return Form({key: -c for key, c in self.terms.items()})

    def __sub__(self, other):
        return self + -Form.of(other)

    def __rsub__(self, other):
        return Form.of(other) + -self

    def __mul__(self, other):
        terms = {}
        for key, c in self.terms.items():
            for other_key, d in Form.of(other).terms.items():
                both = tuple(sorted(key + other_key))
                terms[both] = terms.get(both, Fraction(0)) + c * d
        return Form(terms)

    __rmul__ = __mul__

    def __eq__(self, other):
        return (self - other).is_zero()

    def __ne__(self, other):
        return not self == other

    def is_zero(self):
        return not self.terms


def form_of(gap, n):
    """The matrix of the polynomial made homogeneous by one more coordinate, the last one."""
    if any(len(key) > 2 for key in gap.terms):
        raise Unknown("a polynomial of a higher degree")
    half = Fraction(1, 2)

    def entry(i, j):
        key = tuple(sorted(x for x in (i, j) if x < n))
        c = gap.terms.get(key, Fraction(0))
        return c if i == j else c * half

    return Matrix.of(n + 1, n + 1, entry)


def never_negative(form):
    return inertia(form)[2] == 0


def nowhere_zero(form, without_origin):
    """For a polynomial that is never negative: its least value is taken, and is 0 where the last coordinate
    adds nothing to the rank."""
    n = form.rows - 1
    inner = Matrix(n, n, [row[:n] for row in form.entries[:n]])
    if without_origin and form.entries[n][n] == 0:
        return inertia(inner)[1] == 0
    return rank(form) > rank(inner)
