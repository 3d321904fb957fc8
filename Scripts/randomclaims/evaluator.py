"""What a claim says for given values of its parameters, decided with fractions.

It knows the claim language from proofs/FORMAT.md and `verify explain --language`, and shares nothing with the
program: every matrix is dense, every function is computed by its definition.
"""

import operator
from fractions import Fraction
from itertools import combinations
from math import comb, isqrt

from . import matrices
from .graphs import Graph, GraphCalls
from .claims import is_matrix
from .eigenvalues import Eigenvalue, compared, inertia, interlaces, real_eigenvalue
from .forms import Form, form_of, never_negative, nowhere_zero
from .matrices import Matrix
from .roots import Roots, Undefined, Unknown, as_integer, inverse, sign, square_root

RELATIONS = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge,
}


class Evaluator(GraphCalls):
    """One claim at one point. Raises Undefined, or Unknown where the work is over the limit."""

    # The most entries of a matrix, products of entries, terms of a sum, and bits of a power.
    ENTRIES, PRODUCTS, TERMS, BITS = 2_000, 20_000, 3_000, 20_000

    def __init__(self, claim, point):
        self.claim = claim
        self.names = dict(point)
        self.lets = dict(claim.lets)
        self.products = 0

    # Propositions

    def truth(self):
        """True or False; None where the hypothesis is missed."""
        if not self.meets_hypothesis():
            return None
        return all(self.holds(p) for p in self.claim.propositions)

    def meets_hypothesis(self):
        if self.claim.hypothesis is None:
            return True
        return any(all(self.relation(r) for r in all_of) for all_of in self.claim.hypothesis)

    def relation(self, r):
        left, right = self.value(r[1]), self.value(r[3])
        if isinstance(left, Graph):
            return RELATIONS[r[2]](left == right, True)
        if isinstance(left, Matrix):
            if left.shape != right.shape:
                raise Undefined("two shapes are compared")
            if r[2] not in ("=", "!="):
                return self.loewner(left, r[2], right)
            return RELATIONS[r[2]](left == right, True)
        if isinstance(left, Eigenvalue) or isinstance(right, Eigenvalue):
            return RELATIONS[r[2]](compared(left, right), 0)
        return RELATIONS[r[2]](sign(left - right), 0)

    def loewner(self, left, symbol, right):
        if not left.is_symmetric() or not right.is_symmetric():
            raise Undefined("an order of matrices that are not symmetric")
        if symbol[0] == "<":
            left, right = right, left
        return self.is_definite(left + right.map(lambda x: -x), "=" not in symbol)

    def is_definite(self, m, strictly):
        self.count(m.rows**4)
        positive, zero, negative = inertia(m)
        return negative == 0 and (zero == 0 or not strictly)

    def holds(self, p):
        if p[0] == "relation":
            return self.relation(p)
        if p[0] == "spectrum":
            return self.spectrum(p)
        if p[0] == "regular":
            return self.strongly_regular(p)
        if p[0] == "inertia":
            m, claimed = self.value(p[1]), [self.value(x) for x in p[2]]
            self.count(m.rows**4)
            return list(inertia(m)) == claimed
        if p[0] in ("positive_definite", "positive_semidefinite"):
            return self.is_definite(self.value(p[1]), p[0] == "positive_definite")
        if p[0] == "equitable":
            return all(len(set(sums)) == 1 for line in self.row_sums(p[1], p[2]) for sums in line)
        if p[0] == "interlaces":
            a, b = self.value(p[1]), self.value(p[2])
            self.count(a.rows**4 + b.rows**4)
            return interlaces(a, b)
        if p[0] == "vectors":
            return self.for_all_vectors(*p[1:])
        if p[0] == "or":
            return any(all(self.holds(q) for q in all_of) for all_of in p[1])
        x, y = self.value(p[1]), self.value(p[2])
        if x.columns != y.columns:
            raise Undefined("different numbers of columns")
        self.count(x.rows * x.rows * x.columns * (y.rows + 1))
        within = matrices.rank(x)
        inside = [
            matrices.rank(matrices.stack(x, Matrix(1, y.columns, [row]))) == within
            for row in y.entries]
        return all(inside) if p[0] == "feasible" else not any(inside)

    def row_sums(self, matrix, partition):
        """For any two parts the sums of the rows of the block."""
        m, parts = self.value(matrix), partition[1]
        m.require_square("a partition")
        if sorted(x for part in parts for x in part) != list(range(1, m.rows + 1)):
            raise Undefined("no partition of the rows")
        return [
            [[sum((m.entries[i - 1][j - 1] for j in other), Fraction(0)) for i in part] for other in parts]
            for part in parts]

    def for_all_vectors(self, nonzero, n, left, symbol, right):
        """Both sides as polynomials in the coordinates."""
        n = as_integer(self.value(n), least=1)
        self.count(n**5)
        self.names["z"] = Matrix.of(n, 1, lambda i, j: Form.coordinate(i))
        left, right = self.value(left), self.value(right)
        del self.names["z"]
        if symbol == "=" and isinstance(left, Matrix) and isinstance(right, Matrix):
            if left.shape != right.shape:
                raise Undefined("two shapes are compared")
            return all(Form.of(x - y).is_zero() for a, b in zip(left.entries, right.entries)
                       for x, y in zip(a, b))
        left, right = matrices.single_entry(left), matrices.single_entry(right)
        gap = Form.of(right - left if symbol[0] == "<" else left - right)
        if symbol == "=":
            return gap.is_zero()
        if not never_negative(form_of(gap, n)):
            return False
        return symbol in ("<=", ">=") or nowhere_zero(form_of(gap, n), bool(nonzero))

    def spectrum(self, p):
        m = self.value(p[1])
        m.require_square("a spectrum")
        roots = []
        total = 0
        lines = [(self.value(v), self.value(k)) for v, k in p[2]]
        for value, multiplicity in lines:
            try:
                multiplicity = as_integer(multiplicity, least=0)
            except Undefined:
                return False
            total += multiplicity
            if total > m.rows:
                return False
            roots += [value] * multiplicity
        if total != m.rows:
            return False
        self.count(m.rows**4)
        return matrices.polynomial_of_roots(roots) == matrices.characteristic_polynomial(m)

    def strongly_regular(self, p):
        m = self.value(p[1])
        if isinstance(m, Graph):
            m = m.adjacency()
        claimed = [self.value(x) for x in p[2]]
        n = m.rows
        if not m.is_symmetric() or any(
                x not in (0, 1) or (i == j and x != 0)
                for i, row in enumerate(m.entries) for j, x in enumerate(row)):
            raise Undefined("a matrix that is no graph's")
        self.count(n**3)
        rows = [{j for j in range(n) if row[j] == 1} for row in m.entries]
        degrees = {len(row) for row in rows}
        common = {True: set(), False: set()}
        for i in range(n):
            for j in range(i):
                common[j in rows[i]].add(len(rows[i] & rows[j]))
        # Without a pair of one kind any number is right.
        return (
            claimed[0] == n and degrees == {claimed[1]} and common[True] <= {claimed[2]}
            and common[False] <= {claimed[3]})

    # Formulas

    def value(self, e):
        kind = e[0]
        if kind == "number":
            return e[1]
        if kind == "name":
            if e[1] not in self.names:
                self.names[e[1]] = self.value(self.lets[e[1]])
            return self.names[e[1]]
        if kind == "negated":
            value = self.value(e[1])
            return value.map(lambda x: -x) if isinstance(value, Matrix) else -value
        if kind == "transposed":
            return self.value(e[1]).transposed()
        if kind == "matrix":
            rows = [[self.value(x) for x in row] for row in e[1]]
            if any(isinstance(x, Matrix) for row in rows for x in row):
                return matrices.blocks(rows)
            return Matrix(len(rows), len(rows[0]), rows)
        if kind == "binary":
            return self.binary(e[1], self.value(e[2]), self.value(e[3]))
        if e[1] in ("sum", "product"):
            return self.accumulated(e[1], *e[2])
        if e[1] == "matrix":
            return self.by_formula(*e[2])
        if e[1] == "quotient":
            sums = self.row_sums(*e[2])
            return Matrix(len(sums), len(sums), [
                [sum(x, Fraction(0)) * Fraction(1, len(x)) for x in line] for line in sums])
        return getattr(self, "call_" + e[1])(*[self.value(a) for a in e[2]])

    def by_formula(self, i, j, rows, columns, entry):
        rows, columns = self.size(self.value(rows)), self.size(self.value(columns))
        self.admit(rows, columns)

        def at(row, column):
            self.names[i[1]], self.names[j[1]] = Fraction(row + 1), Fraction(column + 1)
            return self.value(entry)

        result = Matrix.of(rows, columns, at)
        self.names.pop(i[1], None)
        self.names.pop(j[1], None)
        return result

    def binary(self, symbol, a, b):
        if symbol in "+-" and isinstance(a, Matrix) != isinstance(b, Matrix):
            a, b = matrices.single_entry(a), matrices.single_entry(b)
        if symbol == "^":
            return self.power(a, b)
        if symbol == "/":
            symbol, b = "*", inverse(b)
        if isinstance(a, Matrix) and isinstance(b, Matrix):
            if symbol == "*":
                return self.product(a, b)
            self.admit(a.rows, a.columns)
            return a + (b if symbol == "+" else b.map(lambda x: -x))
        if isinstance(a, Matrix):
            return a.map(lambda x: x * b)
        if isinstance(b, Matrix):
            return b.map(lambda x: a * x)
        return a + b if symbol == "+" else a - b if symbol == "-" else a * b

    def power(self, base, exponent):
        n = as_integer(exponent)
        if isinstance(base, Matrix):
            base.require_square("a power")
            if n < 0:
                base = matrices.inverted(base)
            result = matrices.identity(base.rows)
            for _ in range(abs(n)):
                result = self.product(result, base)
            return result
        if n < 0:
            base = inverse(base)
        if isinstance(base, Fraction):
            bits = base.numerator.bit_length() + base.denominator.bit_length()
            if abs(n) * bits > self.BITS:
                raise Unknown("a large power")
            return base ** abs(n)
        if abs(n) > 40:
            raise Unknown("a large power of a sum of roots")
        result = Fraction(1)
        for _ in range(abs(n)):
            result = result * base
        return result

    def accumulated(self, function, variable, first, last, term):
        low, high = as_integer(self.value(first)), as_integer(self.value(last))
        if high - low > self.TERMS:
            raise Unknown("many terms")
        if high < low and is_matrix(term, tuple(self.lets.items())):
            raise Undefined("a sum of no matrices")
        result = None if function == "sum" and high >= low else Fraction(function == "product")
        for k in range(low, high + 1):
            self.names[variable[1]] = Fraction(k)
            value = self.value(term)
            if isinstance(value, Matrix):
                self.admit(value.rows, value.columns)
            if result is None:
                result = value
            else:
                result = result + value if function == "sum" else result * value
        self.names.pop(variable[1], None)
        return result

    # The work

    def count(self, products):
        self.products += products
        if self.products > self.PRODUCTS:
            raise Unknown("many products")

    def admit(self, rows, columns):
        if rows * columns > self.ENTRIES:
            raise Unknown("a large matrix")

    def size(self, x, least=0):
        return as_integer(x, least=least)

    def product(self, a, b):
        self.admit(a.rows, b.columns)
        self.count(a.rows * a.columns * b.columns)
        return a * b

    # Numbers

    def call_sqrt(self, x):
        return square_root(x)

    def call_binomial(self, n, k):
        n, k = as_integer(n, least=0), as_integer(k, least=0)
        if k <= n and min(k, n - k) > 200:
            raise Unknown("a large binomial coefficient")
        return Fraction(comb(n, k))

    def call_triangular_root(self, k):
        k = as_integer(k, least=0)
        r = (isqrt(8 * k + 1) + 1) // 2
        assert r * (r - 1) // 2 <= k < (r + 1) * r // 2
        return Fraction(r)

    def call_max(self, *values):
        return self.extreme(values, 1)

    def call_min(self, *values):
        return self.extreme(values, -1)

    @staticmethod
    def extreme(values, direction):
        best = values[0]
        for x in values[1:]:
            if sign(x - best) == direction:
                best = x
        return best

    def call_abs(self, x):
        return -x if sign(x) < 0 else x

    def call_mod(self, a, b):
        return Fraction(as_integer(a) % as_integer(b, least=1))

    def call_determinant(self, m):
        m.require_square("a determinant")
        self.count(m.rows**4)
        return matrices.characteristic_polynomial(m)[-1] * (-1) ** m.rows

    def call_eigenvalue(self, m, k):
        m.require_square("an eigenvalue")
        self.count(m.rows**4)
        k = as_integer(k, least=1)
        if k > m.rows:
            raise Undefined("an eigenvalue beyond the last one")
        return real_eigenvalue(m, k)

    def call_largest_eigenvalue(self, m):
        return self.call_eigenvalue(m, Fraction(1))

    def call_smallest_eigenvalue(self, m):
        return self.call_eigenvalue(m, Fraction(m.rows))

    def call_spanning_trees(self, m):
        m.require_square("spanning trees")
        if not m.is_symmetric() or m.rows == 0 or any(
                isinstance(x, Roots) or x.denominator != 1 or x < 0 or (i == j and x != 0)
                for i, row in enumerate(m.entries) for j, x in enumerate(row)):
            raise Undefined("a matrix that is no graph's")
        self.count(m.rows**4)
        return matrices.spanning_trees(m)

    def call_trace(self, m):
        return m.trace()

    def call_rank(self, m):
        self.count(m.rows * m.columns * min(m.rows, m.columns))
        return Fraction(matrices.rank(m))

    def call_norm2(self, m):
        return m.norm2()

    def call_rows(self, m):
        return Fraction(m.rows)

    def call_columns(self, m):
        return Fraction(m.columns)

    def call_entry(self, m, i, j):
        i, j = as_integer(i, least=1), as_integer(j, least=1)
        if i > m.rows or j > m.columns:
            raise Undefined("an entry outside")
        return m.entries[i - 1][j - 1]

    def call_least_norm(self, x, y):
        self.count((x.rows + x.columns + y.rows) ** 3)
        return matrices.least_norm_weights(x, y).norm2()

    def call_min_ridge(self, m, decay):
        self.count((m.rows + m.columns) ** 3)
        return matrices.ridge_value(m, decay)

    def call_nuclear_norm(self, m):
        self.count(min(m.rows, m.columns) ** 4)
        return matrices.nuclear_norm(m)

    def call_min_factorisation(self, m, a, b):
        if sign(a) <= 0 or sign(b) <= 0:
            raise Undefined("a decay that is not positive")
        return square_root(a * b) * self.call_nuclear_norm(m)

    # Matrices

    def call_I(self, n):
        n = self.size(n)
        self.admit(n, n)
        return matrices.identity(n)

    def call_J(self, n, m=None):
        n = self.size(n)
        m = n if m is None else self.size(m)
        self.admit(n, m)
        return matrices.ones(n, m)

    def graph(self, r, make, least=1):
        r = self.size(r, least)
        self.admit(r * (r - 1) // 2, r)
        return make(r)

    def call_B(self, r):
        return self.graph(r, matrices.incidence)

    def call_T(self, r):
        return self.graph(r, lambda n: matrices.unit_rows(matrices.incidence(n)), least=2)

    def call_G(self, r):
        self.admit(self.size(r, 1) ** 2, self.size(r, 1) ** 2 // 4)
        return self.graph(r, matrices.line_graph)

    def call_A1(self, r):
        return self.graph(r, lambda n: matrices.patterns(n, 2))

    def call_patterns(self, r, s):
        r, s = self.size(r, 1), self.size(s)
        if s > r:
            raise Undefined("more signs than columns")
        if r > 40:
            raise Unknown("many patterns")
        self.admit(comb(r, s), r)
        return matrices.patterns(r, s)

    def call_inclusion(self, n, s, t):
        n, s, t = self.size(n), self.size(s), self.size(t)
        if max(s, t) > n:
            raise Undefined("subsets with more elements than there are")
        if n > 40:
            raise Unknown("many subsets")
        self.admit(comb(n, s), comb(n, t))
        rows, columns = list(combinations(range(n), s)), list(combinations(range(n), t))
        return Matrix.of(
            len(rows), len(columns), lambda i, j: Fraction(set(rows[i]) <= set(columns[j])))

    def call_diagonal(self, *values):
        if isinstance(values[0], Matrix):
            vector = values[0]
            if 1 not in vector.shape:
                raise Undefined("the diagonal matrix of no vector")
            values = [x for row in vector.entries for x in row]
        self.admit(len(values), len(values))
        return Matrix.of(
            len(values), len(values), lambda i, j: values[i] if i == j else Fraction(0))

    def call_diagonal_of(self, m):
        m.require_square("a diagonal")
        return Matrix.of(m.rows, 1, lambda i, j: m.entries[i][i])

    def call_hadamard(self, m, n):
        if m.shape != n.shape:
            raise Undefined("a product of two shapes")
        return Matrix.of(m.rows, m.columns, lambda i, j: m.entries[i][j] * n.entries[i][j])

    def call_characteristic_polynomial(self, m):
        self.count(m.rows**4)
        coefficients = matrices.characteristic_polynomial(m)
        return Matrix(1, len(coefficients), [coefficients[::-1]])

    def call_transpose(self, m):
        return m.transposed()

    def call_gram(self, m):
        return self.product(m.transposed(), m)

    def call_relu(self, m):
        return m.map(lambda x: x if sign(x) > 0 else Fraction(0))

    def call_unit_rows(self, m):
        return matrices.unit_rows(m)

    def call_stack(self, m, n):
        self.admit(m.rows + n.rows, m.columns)
        return matrices.stack(m, n)

    def call_kronecker(self, m, n):
        self.admit(m.rows * n.rows, m.columns * n.columns)
        return matrices.kronecker(m, n)

    def call_repeat_rows(self, m):
        self.admit(2 * m.rows, m.columns)
        return matrices.repeat_rows(m)

    def call_inverse(self, m):
        self.count(m.rows * m.rows * m.rows)
        return matrices.inverted(m)

    def call_pseudo_inverse(self, m):
        self.count(3 * (m.rows + m.columns) * m.rows * m.columns)
        return matrices.pseudo_inverse(m)

    def call_least_norm_form(self, x, y):
        self.count((x.rows + x.columns + y.rows) ** 3)
        w = matrices.least_norm_weights(x, y)
        return w * w.transposed()

    def call_ridge_minimiser(self, m, decay):
        self.count((m.rows + m.columns) ** 3)
        return matrices.ridge_weights(m, decay)
