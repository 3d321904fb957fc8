"""Dense matrices over exact numbers, by the textbook."""

from fractions import Fraction
from itertools import combinations

from .roots import Roots, Undefined, Unknown, inverse, sign, square_root


class Matrix:
    """Rows of numbers; the number of columns is kept, since there may be no rows."""

    __slots__ = ("rows", "columns", "entries")

    def __init__(self, rows, columns, entries):
        self.rows, self.columns, self.entries = rows, columns, entries

    @classmethod
    def of(cls, rows, columns, entry):
        return cls(rows, columns, [[entry(i, j) for j in range(columns)] for i in range(rows)])

    @property
    def shape(self):
        return self.rows, self.columns

    def __eq__(self, other):
        return self.shape == other.shape and self.entries == other.entries

    def map(self, function):
        return Matrix(self.rows, self.columns, [[function(x) for x in row] for row in self.entries])

    def __add__(self, other):
        if self.shape != other.shape:
            raise Undefined("a sum of matrices of two shapes")
        return Matrix.of(
            self.rows, self.columns, lambda i, j: self.entries[i][j] + other.entries[i][j])

    def __mul__(self, other):
        if self.columns != other.rows:
            raise Undefined("a product of matrices that do not fit")
        columns = [[row[j] for row in other.entries] for j in range(other.columns)]
        return Matrix.of(
            self.rows, other.columns,
            lambda i, j: sum(
                (a * b for a, b in zip(self.entries[i], columns[j]) if a != 0 and b != 0),
                Fraction(0)))

    def transposed(self):
        return Matrix.of(self.columns, self.rows, lambda i, j: self.entries[j][i])

    def trace(self):
        self.require_square("a trace")
        return sum((self.entries[i][i] for i in range(self.rows)), Fraction(0))

    def norm2(self):
        return sum((x * x for row in self.entries for x in row), Fraction(0))

    def require_square(self, what):
        if self.rows != self.columns:
            raise Undefined(f"{what} of a matrix that is not square")

    def is_symmetric(self):
        return self == self.transposed()


def identity(n):
    return Matrix.of(n, n, lambda i, j: Fraction(i == j))


def ones(rows, columns):
    return Matrix.of(rows, columns, lambda i, j: Fraction(1))


def edges(r):
    """The 2-subsets of the vertices, in lexicographic order."""
    return list(combinations(range(r), 2))


def incidence(r):
    """Row vertex, column edge."""
    sets = edges(r)
    return Matrix.of(r, len(sets), lambda i, j: Fraction(i in sets[j]))


def line_graph(r):
    sets = edges(r)
    return Matrix.of(
        len(sets), len(sets), lambda i, j: Fraction(len({*sets[i], *sets[j]}) == 3))


def patterns(columns, signs):
    """A row for each set of `signs` columns: -1 there, +1 elsewhere."""
    sets = list(combinations(range(columns), signs))
    return Matrix.of(len(sets), columns, lambda i, j: Fraction(-1 if j in sets[i] else 1))


def unit_rows(m):
    result = []
    for row in m.entries:
        norm = square_root(sum((x * x for x in row), Fraction(0)))
        if norm == 0:
            raise Undefined("a row of norm 0")
        scale = inverse(norm)
        result.append([x * scale for x in row])
    return Matrix(m.rows, m.columns, result)


def repeat_rows(m):
    """Row i, from 0: once, as 3/5 and 4/5, or as 1/3, 2/3 and 2/3 of it."""
    weights = [[Fraction(1)], [Fraction(3, 5), Fraction(4, 5)],
               [Fraction(1, 3), Fraction(2, 3), Fraction(2, 3)]]
    rows = [[w * x for x in row] for i, row in enumerate(m.entries) for w in weights[i % 3]]
    return Matrix(len(rows), m.columns, rows)


def kronecker(m, n):
    return Matrix.of(
        m.rows * n.rows, m.columns * n.columns,
        lambda i, j: m.entries[i // n.rows][j // n.columns] * n.entries[i % n.rows][j % n.columns])


def stack(m, n):
    if m.columns != n.columns:
        raise Undefined("a stack of different numbers of columns")
    return Matrix(m.rows + n.rows, m.columns, m.entries + n.entries)


def blocks(rows):
    """The block matrix; a number is a block with one entry."""
    rows = [
        [x if isinstance(x, Matrix) else Matrix(1, 1, [[x]]) for x in row] for row in rows]
    for i, row in enumerate(rows):
        for j, block in enumerate(row):
            if (block.rows, block.columns) != (row[0].rows, rows[0][j].columns):
                raise Undefined("blocks that do not fit")
    entries = [
        [x for block in row for x in block.entries[i]] for row in rows for i in range(row[0].rows)]
    return Matrix(len(entries), sum(block.columns for block in rows[0]), entries)


def single_entry(x):
    """The number that a matrix with one entry stands for beside a number."""
    if not isinstance(x, Matrix):
        return x
    if x.shape != (1, 1):
        raise Undefined("a matrix beside a number")
    return x.entries[0][0]


def spanning_trees(m):
    """A cofactor of the Laplacian (Kirchhoff)."""
    n = m.rows - 1
    cofactor = Matrix.of(
        n, n, lambda i, j: sum(m.entries[i], Fraction(0)) if i == j else -m.entries[i][j])
    return characteristic_polynomial(cofactor)[-1] * (-1) ** n


def reduced(m):
    """The reduced row echelon form, without zero rows, and its pivot columns."""
    rows, pivots = [list(row) for row in m.entries], []
    for column in range(m.columns):
        top = len(pivots)
        found = next((i for i in range(top, m.rows) if rows[i][column] != 0), None)
        if found is None:
            continue
        rows[top], rows[found] = rows[found], rows[top]
        scale = inverse(rows[top][column])
        rows[top] = [x * scale for x in rows[top]]
        for i in range(m.rows):
            factor = rows[i][column]
            if i != top and factor != 0:
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[top])]
        pivots.append(column)
    return Matrix(len(pivots), m.columns, rows[: len(pivots)]), pivots


def rank(m):
    return len(reduced(m)[1])


def inverted(m):
    m.require_square("an inverse")
    n = m.rows
    wide = Matrix.of(n, 2 * n, lambda i, j: m.entries[i][j] if j < n else Fraction(i == j - n))
    form, pivots = reduced(wide)
    if pivots != list(range(n)):
        raise Undefined("the inverse of a singular matrix")
    return Matrix(n, n, [row[n:] for row in form.entries])


def pseudo_inverse(m):
    """By a factorisation m = c f with c of full column rank and f of full row rank."""
    f, pivots = reduced(m)
    c = Matrix.of(m.rows, len(pivots), lambda i, j: m.entries[i][pivots[j]])
    ft, ct = f.transposed(), c.transposed()
    return ft * inverted(f * ft) * inverted(ct * c) * ct


def least_norm_weights(x, y):
    """The W of least norm with W x = y."""
    if x.columns != y.columns:
        raise Undefined("least_norm of different numbers of columns")
    w = y * pseudo_inverse(x)
    if w * x != y:
        raise Undefined("no W with W X = Y")
    return w


def ridge_weights(m, decay):
    """The W with W (m mᵀ + K λ I) = mᵀ, where the gradient is zero."""
    if m.columns == 0:
        raise Unknown("a ridge problem without columns")
    if sign(decay) <= 0:
        raise Undefined("a decay that is not positive")
    shifted = m * m.transposed() + identity(m.rows).map(lambda x: x * m.columns * decay)
    return m.transposed() * inverted(shifted)


def ridge_value(m, decay):
    w = ridge_weights(m, decay)
    rest = w * m + identity(m.columns).map(lambda x: -x)
    return rest.norm2() * Fraction(1, 2 * m.columns) + w.norm2() * decay * Fraction(1, 2)


def characteristic_polynomial(m):
    """Coefficients of det(x I - m), the leading one first (Faddeev and LeVerrier)."""
    m.require_square("a spectrum")
    coefficients = [Fraction(1)]
    power = identity(m.rows)
    for k in range(1, m.rows + 1):
        product = m * power
        coefficient = product.trace() * Fraction(-1, k)
        coefficients.append(coefficient)
        power = product + identity(m.rows).map(lambda x: x * coefficient)
    return coefficients


def polynomial_of_roots(roots):
    coefficients = [Fraction(1)]
    for root in roots:
        shifted = coefficients + [Fraction(0)]
        for i, c in enumerate(coefficients):
            shifted[i + 1] = shifted[i + 1] - root * c
        coefficients = shifted
    return coefficients


def rational_eigenvalues(m):
    """All eigenvalues with repetition, where all are fractions with small numerators."""
    coefficients = characteristic_polynomial(m)
    if any(isinstance(c, Roots) for c in coefficients):
        raise Unknown("eigenvalues of an irrational matrix")
    found = []
    while len(coefficients) > 1:
        root = rational_root(coefficients)
        found.append(root)
        quotient = [coefficients[0]]
        for c in coefficients[1:-1]:
            quotient.append(c + root * quotient[-1])
        coefficients = quotient
    return found


def rational_root(coefficients):
    """A root of a monic polynomial; Unknown when none is found."""
    if coefficients[-1] == 0:
        return Fraction(0)
    denominator = 1
    for c in coefficients:
        denominator = max(denominator, c.denominator)
    if denominator > 12:
        raise Unknown("roots of a polynomial with large denominators")
    for bottom in range(1, denominator + 1):
        for top in range(1, 40 * bottom + 1):
            for candidate in (Fraction(top, bottom), Fraction(-top, bottom)):
                value = Fraction(0)
                for c in coefficients:
                    value = value * candidate + c
                if value == 0:
                    return candidate
    raise Unknown("an eigenvalue that is no small fraction")


def nuclear_norm(m):
    gram = m * m.transposed() if m.rows <= m.columns else m.transposed() * m
    return sum((square_root(x) for x in rational_eigenvalues(gram)), Fraction(0))
