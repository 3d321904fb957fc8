"""Exact numbers: fractions, and sums of square roots of integers with fractions for coefficients.

A number is a Fraction, or a Roots where it is irrational. Square roots of distinct square-free integers are
linearly independent over the fractions, so a Roots is never zero and its digits decide its sign.
"""

from fractions import Fraction
from math import isqrt


class Undefined(Exception):
    """The statement has no meaning for these values."""


class Unknown(Exception):
    """This evaluator cannot, or will not take the time to, say what the value is."""


class Roots:
    """The sum of `terms[d] * sqrt(d)` over square-free d; at least one d is not 1."""

    __slots__ = ("terms",)

    def __init__(self, terms):
        self.terms = terms

    def __add__(self, other):
        terms = dict(self.terms)
        for d, c in terms_of(other).items():
            terms[d] = terms.get(d, 0) + c
        return number(terms)

    __radd__ = __add__

    def __neg__(self):
        return Roots({d: -c for d, c in self.terms.items()})

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        terms = {}
        for d, c in self.terms.items():
            for e, b in terms_of(other).items():
                factor, rest = square_part(d * e)
                terms[rest] = terms.get(rest, 0) + c * b * factor
        return number(terms)

    __rmul__ = __mul__

    def inverse(self):
        """1/x: x times its conjugate at a prime is free of that prime's root."""
        prime = smallest_prime(next(d for d in self.terms if d > 1))
        conjugate = Roots({d: -c if d % prime == 0 else c for d, c in self.terms.items()})
        return conjugate * inverse(self * conjugate)

    def __eq__(self, other):
        return isinstance(other, Roots) and self.terms == other.terms

    def __hash__(self):
        return hash(frozenset(self.terms.items()))

    def __repr__(self):
        return " + ".join(f"{c}√{d}" for d, c in sorted(self.terms.items()))


def terms_of(x):
    return x.terms if isinstance(x, Roots) else {1: Fraction(x)}


def number(terms):
    terms = {d: c for d, c in terms.items() if c != 0}
    if all(d == 1 for d in terms):
        return terms.get(1, Fraction(0))
    if len(terms) > 64:
        raise Unknown("a number of more than 64 roots")
    return Roots(terms)


def inverse(x):
    if isinstance(x, Roots):
        return x.inverse()
    if x == 0:
        raise Undefined("division by zero")
    return 1 / Fraction(x)


def smallest_prime(n):
    p = 2
    while p * p <= n:
        if n % p == 0:
            return p
        p += 1
    return n


def square_part(n):
    """(s, d) with n = s² d and d square-free, for n ≥ 1."""
    root = isqrt(n)
    if root * root == n:
        return root, 1
    if n > 10**12:
        raise Unknown("the square part of a large integer")
    square, rest, p = 1, 1, 2
    while p * p <= n:
        power = 0
        while n % p == 0:
            n //= p
            power += 1
        square *= p ** (power // 2)
        rest *= p ** (power % 2)
        p += 1
    return square, rest * n


def square_root(x):
    if isinstance(x, Roots):
        if sign(x) < 0:
            raise Undefined("the square root of a negative number")
        raise Unknown("a nested square root")
    x = Fraction(x)
    if x < 0:
        raise Undefined("the square root of a negative number")
    if x == 0:
        return Fraction(0)
    factor, rest = square_part(x.numerator * x.denominator)
    return number({rest: Fraction(factor, x.denominator)})


def sign(x):
    if not isinstance(x, Roots):
        return (x > 0) - (x < 0)
    digits = 64
    while digits < 100_000:
        # Each root is rounded down by less than 1/2^digits.
        value = sum(c * Fraction(isqrt(d << 2 * digits), 1 << digits) for d, c in x.terms.items())
        error = sum(abs(c) for c in x.terms.values()) / (1 << digits)
        if abs(value) > error:
            return 1 if value > 0 else -1
        digits *= 2
    raise Unknown("a number of which 100 000 digits are zero")


def as_integer(x, least=None):
    """x as an int; Undefined where it is none, or less than `least`."""
    if isinstance(x, Roots) or Fraction(x).denominator != 1:
        raise Undefined(f"{x} is no integer")
    if least is not None and x < least:
        raise Undefined(f"{x} is less than {least}")
    return int(x)
