"""Random statements about eigenvalues, parts of rows, vectors, and lists of alternatives."""

from .claims import Claim, call, minus, name, num, plus, times
from .evaluator import Evaluator
from .formulas import literal
from .roots import Undefined, Unknown

ORDERS = ("<", "<=", ">", ">=")


class Statements:
    def __init__(self, random, equation):
        """`equation` makes a relation of numbers from formulas."""
        self.random, self.equation = random, equation

    def pick(self, items):
        return self.random.choice(items)

    def proposition(self, f):
        kinds = [self.inertia, self.definite, self.loewner, self.equitable, self.interlacing, self.vectors,
                 self.eigenvalue, self.polynomial, self.regular, self.alternatives]
        return self.pick(kinds)(f)

    def ranged(self, f):
        """One whose matrix depends on r."""
        return self.pick([self.inertia, self.definite, self.loewner, self.eigenvalue, self.alternatives])(f)

    def size(self, f):
        return self.pick(f.light)

    def value(self, e):
        """The value of a closed formula; None where it has none that is known."""
        try:
            return Evaluator(Claim(), {}).value(e)
        except (Undefined, Unknown, KeyError):
            return None

    def inertia(self, f):
        m = f.symmetric(self.size(f), self.pick([0, 0, 1]))
        counts = [num(self.random.randrange(4)) for _ in range(3)]
        for p in range(5):
            for z in range(5 - p):
                for n in range(5 - p - z):
                    claim = ("inertia", m, (num(p), num(z), num(n)))
                    if self.random.random() < 0.7 and self.holds(claim):
                        return claim
        return ("inertia", m, tuple(counts))

    @staticmethod
    def holds(proposition):
        try:
            return Evaluator(Claim(), {}).holds(proposition)
        except (Undefined, Unknown, KeyError):
            return False

    def definite(self, f):
        n = self.size(f)
        m = f.symmetric(n, self.pick([0, 0, 1]))
        m = self.pick([m, plus(m, times(num(self.random.randrange(4)), call("I", n)))])
        return (self.pick(["positive_definite", "positive_semidefinite"]), m)

    def loewner(self, f):
        n = self.size(f)
        other = self.pick([
            times(f.small(), call("I", n)), f.symmetric(n), call("J", n)])
        return ("relation", f.symmetric(n, self.pick([0, 1])), self.pick(ORDERS), other)

    def partition(self, n):
        """Parts of 1, …, n; now and then of something else."""
        members = list(range(1, n + (2 if self.random.random() < 0.05 else 1)))
        self.random.shuffle(members)
        parts = [[] for _ in range(self.random.randrange(1, 4))]
        for member in members:
            self.pick(parts).append(member)
        return ("partition", tuple(tuple(sorted(part)) for part in parts if part))

    def equitable(self, f):
        n = self.random.randrange(1, 6)
        size = num(n)
        m, parts = f.symmetric(size), self.partition(n)
        kind = self.random.randrange(4)
        if kind == 0:
            return ("equitable", m, parts)
        if kind == 1:
            # Two constants, on the diagonal and off it.
            m = plus(times(f.small(), call("I", size)), times(f.small(), call("J", size)))
            return ("equitable", m, parts)
        left = call("quotient", m, parts)
        value = self.value(left)
        if value is None:
            return ("equitable", m, parts)
        right = literal(value)
        return ("relation", left, "=", f.slightly_wrong(right) if self.random.random() < 0.4 else right)

    def interlacing(self, f):
        n = self.random.randrange(1, 5)
        m = self.pick([
            minus(call("J", num(n)), call("I", num(n))), f.symmetric(num(n)),
            call("diagonal", *[f.small() for _ in range(n)])])
        inner = self.pick([
            call("quotient", m, self.partition(n)), minus(call("J", num(2)), call("I", num(2))),
            call("diagonal", f.small()), call("diagonal", f.small(), f.small()), m])
        return ("interlaces", inner, m)

    def vectors(self, f):
        n = self.random.randrange(1, 4)
        z, size = name("z"), num(n)
        nonzero = self.pick(["", "", "nonzero"])
        m = self.pick([f.entries(n, n), plus(f.entries(n, n), times(num(4), call("I", size))),
                       call("gram", f.entries(n, n))])
        row = f.entries(1, n)
        if self.random.random() < 0.3:
            left, right = self.pick([
                (times(m, z), times(f.rewritten(m, 2), z)),
                (times(times(("transposed", z), m), z),
                 times(times(("transposed", z), ("transposed", m)), z)),
                (call("norm2", z), times(("transposed", z), z)),
                (times(m, z), times(("transposed", m), z)),
                (call("norm2", times(m, z)), times(times(("transposed", z), call("gram", m)), z)),
            ])
            return ("vectors", nonzero, size, left, "=", right)
        square = self.pick([times(times(("transposed", z), m), z), call("norm2", z), call("norm2", times(m, z))])
        left = self.pick([square, plus(square, times(row, z)), times(row, z),
                          plus(plus(square, times(num(2), times(row, z))), f.small())])
        right = self.pick([num(0), f.small(), ("negated", f.small())])
        if self.random.random() < 0.2:
            return ("vectors", nonzero, size, right, self.pick(("<", "<=")), left)
        return ("vectors", nonzero, size, left, self.pick((">", ">=", ">=", "<")), right)

    def eigenvalue(self, f):
        n = self.size(f)
        m = f.symmetric(n, self.pick([0, 0, 1]))
        left = self.pick([
            call("largest_eigenvalue", m), call("smallest_eigenvalue", m),
            call("eigenvalue", m, num(self.random.randrange(1, 4))), call("eigenvalue", m, n)])
        return ("relation", left, self.pick(ORDERS + ("=", "=", "!=")), f.pick([f.small(), ("negated", f.small())]))

    def polynomial(self, f):
        n = num(self.random.randrange(1, 5))
        left = call("characteristic_polynomial", f.matrix(n, n, 1))
        value = self.value(left)
        if value is None or value.columns > 6:
            return self.eigenvalue(f)
        right = literal(value)
        return ("relation", left, "=", f.slightly_wrong(right) if self.random.random() < 0.4 else right)

    def regular(self, f):
        """Graphs with few vertices, complete and empty ones among them."""
        n = self.random.randrange(1, 6)
        size = num(n)
        complete = minus(call("J", size), call("I", size))
        # The cycle, and two edges beside each other.
        m, numbers = self.pick([
            (complete, (n, n - 1, n - 2, self.random.randrange(9))),
            (times(num(0), call("J", size)), (n, 0, self.random.randrange(9), 0)),
            (call("kronecker", call("I", num(2)), minus(call("J", num(2)), call("I", num(2)))), (4, 1, 0, 0)),
            (call("G", num(4)), (6, 4, 2, 4)),
        ])
        numbers = [num(x) for x in numbers]
        if self.random.random() < 0.4:
            i = self.random.randrange(4)
            numbers[i] = f.slightly_wrong(numbers[i])
        return ("regular", m, tuple(numbers))

    def alternatives(self, f):
        lists = [
            tuple(self.equation(f) for _ in range(self.pick([1, 1, 2])))
            for _ in range(self.pick([2, 2, 3]))]
        return ("or", tuple(lists))
