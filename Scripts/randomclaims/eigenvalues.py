"""Signs and order of the eigenvalues of small matrices, by the signs of coefficients.

All eigenvalues of a symmetric matrix are real, and for a polynomial with real roots alone Descartes' rule is
exact: as many roots are positive as there are changes of sign.
"""

from .matrices import characteristic_polynomial, rational_eigenvalues
from .roots import Undefined, Unknown, sign


def require_symmetric(m):
    m.require_square("the signs of eigenvalues")
    if not m.is_symmetric():
        raise Undefined("a matrix that is not symmetric")


def positive_roots(coefficients):
    signs = [s for s in map(sign, coefficients) if s]
    return sum(a != b for a, b in zip(signs, signs[1:]))


def zero_roots(coefficients):
    count = 0
    while coefficients[-1 - count] == 0:
        count += 1
    return count


def inertia(m):
    """How many eigenvalues are positive, zero, negative."""
    require_symmetric(m)
    coefficients = characteristic_polynomial(m)
    positive, zero = positive_roots(coefficients), zero_roots(coefficients)
    return positive, zero, m.rows - positive - zero


class Eigenvalue:
    """The k-th largest root of a polynomial with real roots alone, the leading coefficient first."""

    def __init__(self, coefficients, k):
        self.coefficients, self.k = coefficients, k

    def compared(self, x):
        """-1, 0 or 1: the sign of the eigenvalue minus x."""
        shifted = list(self.coefficients)
        for end in range(len(shifted) - 1, 0, -1):
            for i in range(1, end + 1):
                shifted[i] = shifted[i] + shifted[i - 1] * x
        above, equal = positive_roots(shifted), zero_roots(shifted)
        return 1 if self.k <= above else 0 if self.k <= above + equal else -1

    def unknown(self, *_):
        raise Unknown("arithmetic with an eigenvalue")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = __truediv__ = unknown
    __lt__ = __gt__ = __le__ = __ge__ = __eq__ = __abs__ = unknown


def compared(left, right):
    if isinstance(left, Eigenvalue) and isinstance(right, Eigenvalue):
        raise Unknown("two eigenvalues")
    if isinstance(left, Eigenvalue):
        return left.compared(right)
    return -right.compared(left)


def real_eigenvalue(m, k):
    if m.is_symmetric():
        return Eigenvalue(characteristic_polynomial(m), k)
    return sorted(rational_eigenvalues(m), reverse=True)[k - 1]


def interlaces(a, b):
    for m in (a, b):
        m.require_square("interlacing")
    # By fractions; whether others interlace is not looked for.
    inner, outer = (sorted(rational_eigenvalues(m), reverse=True) for m in (a, b))
    if len(inner) > len(outer):
        raise Undefined("more eigenvalues than those that they interlace")
    gap = len(outer) - len(inner)
    return all(outer[i] >= x >= outer[gap + i] for i, x in enumerate(inner))
