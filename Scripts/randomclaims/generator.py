"""Random claims: about half are true, and many of the false ones nearly are."""

from fractions import Fraction

from . import nearmisses
from .claims import Claim, Domain, Parameter, binary, call, minus, name, num, over, plus, times
from .evaluator import Evaluator
from .formulas import Formulas, literal, size
from .nearmisses import EDGES, R
from .roots import Undefined, Unknown
from .statements import Statements
from .statements_of_graphs import StatementsOfGraphs


class Generator:
    def __init__(self, random):
        self.random = random

    def chance(self, p):
        return self.random.random() < p

    def pick(self, items):
        return self.random.choice(items)

    def claim(self):
        kind = self.random.choices(
            ["closed number", "closed matrix", "closed spectrum", "closed statement", "closed graph",
             "finite", "open"],
            [20, 15, 10, 15, 10, 20, 25])[0]
        if kind.startswith("closed"):
            return self.closed(kind)
        return self.ranged(kind)

    # One value

    def closed(self, kind):
        f = Formulas(self.random, sizes=[num(n) for n in (1, 2, 2, 3, 3, 4, 6, 0)],
                     graphs=[(num(4), num(6)), (num(3), num(3)), (num(2), num(1))])
        lets = ()
        if self.chance(0.3):
            lets = (("a", f.number(2)),)
            f.symbols.append("a")
        if kind == "closed spectrum":
            propositions = (self.closed_spectrum(f),)
        elif kind == "closed statement":
            propositions = (self.statements().proposition(f),)
        elif kind == "closed graph":
            sizes = [num(n) for n in (1, 2, 3, 3, 4, 4, 5, 6)]
            propositions = (StatementsOfGraphs(self.random, f, sizes).statement(None),)
        else:
            count = self.pick([1, 1, 1, 2])
            propositions = tuple(
                self.equation(f, kind == "closed matrix", lets) for _ in range(count))
        return Claim(lets=lets, propositions=propositions, kind=kind)

    def statements(self):
        return Statements(self.random, lambda f: self.equation(f, False))

    def equation(self, f, of_matrices, lets=(), near=None):
        """A relation between a formula and a rewriting of it, its value, or nearly that."""
        if of_matrices:
            rows = f.size()
            left = f.matrix(rows, rows if self.chance(0.5) else f.size(), self.pick([1, 2, 3]))
        else:
            left = f.number(self.pick([1, 2, 3, 4]))
        right = f.rewritten(left, self.pick([1, 2, 3, 5]))
        if near is None and self.chance(0.5):
            try:
                value = Evaluator(Claim(lets=lets), {}).value(left)
                if not of_matrices or value.rows * value.columns > 0:
                    right = literal(value)
                    if size(right) > 200:  # A formula has a limit of operands.
                        right = left
            except (Undefined, Unknown, KeyError):
                # A name has many values where a range does.
                pass
        if self.chance(0.4):
            right = f.slightly_wrong(right)
        elif near is not None and not of_matrices and self.chance(0.4):
            right = plus(right, near)
        symbol = "=" if self.chance(0.75) else self.pick(
            ["=", "!="] if of_matrices else ["!=", "<", "<=", ">", ">="])
        return ("relation", left, symbol, right)

    def closed_spectrum(self, f):
        n = self.random.randrange(1, 6)
        if self.chance(0.5):
            values = [Fraction(self.random.randrange(-3, 4)) for _ in range(n)]
            matrix, values = self.symmetric_matrix(values)
            if self.chance(0.3):
                # Similar, and not symmetric.
                d = call("diagonal", *[num(self.random.randrange(1, 4)) for _ in range(n)])
                matrix = times(d, times(matrix, binary("^", d, num(-1))))
        else:
            a, b = self.random.randrange(-3, 4), self.random.randrange(-3, 4)
            matrix = plus(times(num(a), call("I", num(n))), times(num(b), call("J", num(n))))
            values = [Fraction(a)] * (n - 1) + [Fraction(a + b * n)]
            if self.chance(0.3):
                matrix, values = times(call("sqrt", num(2)), matrix), [
                    times(num(v), call("sqrt", num(2))) for v in values]
        lines = {}
        for v in values:
            v = v if isinstance(v, tuple) else num(v)
            lines[v] = lines.get(v, 0) + 1
        lines = [(v, num(k)) for v, k in lines.items()]
        return ("spectrum", matrix, tuple(self.perturbed_lines(f, lines)))

    def symmetric_matrix(self, values):
        """Q D Qᵀ with Q a product of reflections in small vectors; its eigenvalues are `values`."""
        n = len(values)
        rows = [[values[i] if i == j else Fraction(0) for j in range(n)] for i in range(n)]
        for _ in range(self.pick([0, 1, 1, 2])):
            v = [Fraction(self.random.randrange(-1, 2)) for _ in range(n)]
            square = sum(x * x for x in v)
            if square == 0:
                continue
            # H = I - 2 v vᵀ/|v|², so H M H with two passes of it.
            for _ in range(2):
                rows = [[x - 2 * y * sum(a * b for a, b in zip(row, v)) / square
                         for x, y in zip(row, v)] for row in rows]
                rows = [list(column) for column in zip(*rows)]
        return ("matrix", tuple(tuple(num(x) for x in row) for row in rows)), values

    def perturbed_lines(self, f, lines):
        """The eigenvalues in another order, split, or wrong."""
        lines = list(lines)
        i = self.random.randrange(len(lines))
        value, multiplicity = lines[i]
        kind = self.random.randrange(10)
        if kind == 0:
            lines[i] = (f.slightly_wrong(value), multiplicity)
        elif kind == 1:
            lines[i] = (value, f.slightly_wrong(multiplicity))
        elif kind == 2:
            lines.append((f.small(), num(0)))
        elif kind == 3:
            part = f.pick([num(1), num(Fraction(1, 2)), num(-1), num(2)])
            lines[i] = (value, minus(multiplicity, part))
            lines.append((value, part))
        elif kind == 4 and len(lines) > 1:
            del lines[i]
        self.random.shuffle(lines)
        return lines

    # Ranges

    def ranged(self, kind):
        first = self.random.randrange(0, 6)
        domain = self.open_domain(first) if kind == "open" else self.finite_domain(first)
        bound = self.pick([None, (">=", first), (">", first - 1)])
        parameters = [Parameter("r", True, bound, domain)]
        symbols, lets = ["r", "r"], ()
        if self.chance(0.25):
            values = self.pick([("1", (1,)), ("1/2, 3", (Fraction(1, 2), 3)), ("2", (2,))])
            parameters.append(Parameter(
                "x", False, (">", 0) if self.chance(0.7) else None,
                Domain(values[0], tuple(Fraction(v) for v in values[1]))))
            symbols.append("x")
        f = Formulas(self.random, symbols=symbols, sizes=self.sizes(kind, first),
                     graphs=[(R, EDGES)], light=[R, R, num(1), num(2), plus(R, num(1))])
        near = nearmisses.slight(self.random, first)
        if self.chance(0.3):
            lets = (("m", nearmisses.count(self.random, first)),)
            f.symbols += ["m"] * 2
            f.sizes.append(name("m"))
        hypothesis = self.hypothesis(first) if self.chance(0.25) else None
        count = self.pick([1, 1, 1, 2])
        if self.chance(0.2):
            sizes = [R, R, R, plus(R, num(1)), minus(R, num(1)), num(2), num(3)]
            graphs = StatementsOfGraphs(self.random, f, sizes)
            propositions = tuple(graphs.statement(near) for _ in range(count))
        elif self.chance(0.1):
            propositions = (self.statements().ranged(f),)
        elif self.chance(0.4 if kind == "open" else 0.1):
            propositions = (nearmisses.statement(self.random, first),)
        else:
            propositions = tuple(self.ranged_proposition(f, lets, near) for _ in range(count))
        return Claim(tuple(parameters), lets, hypothesis, propositions, kind)

    def sizes(self, kind, first):
        """Numbers of rows; some become negative, or are integers for some r only."""
        sizes = [R, R, R, EDGES, EDGES, num(1), num(2), plus(R, num(1)), minus(R, num(1)), num(0)]
        odd = [minus(num(first + 7), R), over(R, num(2)), minus(R, num(first + 1)),
               binary("^", minus(R, num(first + self.random.randrange(1, 40))), num(2)),
               call("binomial", R, num(2)), minus(times(R, R), num(5)),
               over(times(R, plus(R, num(1))), num(2)), times(minus(R, num(first + 2)), minus(R, num(first + 3)))]
        return sizes + self.random.sample(odd, 2)

    def finite_domain(self, first):
        last = first + self.random.randrange(0, 9)
        kind = self.random.randrange(6)
        if kind == 0:
            values = sorted({first + self.random.randrange(0, 12) for _ in range(3)})
            return Domain(", ".join(map(str, values)), tuple(map(Fraction, values)))
        if kind == 1 and last > first:
            return Domain(f"{first}..<{last}", tuple(map(Fraction, range(first, last))))
        if kind == 2:
            step = self.random.randrange(1, 4)
            return Domain(f"{first}..{last}:{step}", tuple(map(Fraction, range(first, last + 1, step))))
        dots = self.pick(["..", "..."])
        return Domain(f"{first}{dots}{last}", tuple(map(Fraction, range(first, last + 1))))

    @staticmethod
    def open_domain(first):
        return Domain(f"{first}..", first=first)

    def hypothesis(self, first):
        def relation():
            symbol = self.pick([">", ">=", ">=", "!=", "<", "<=", "="])
            return ("relation", self.pick([R, R, EDGES, times(R, num(2))]), symbol,
                    num(first + self.random.randrange(-1, 9)))
        return self.pick([
            ((relation(),),), ((relation(), relation()),), ((relation(),), (relation(),))])

    def ranged_proposition(self, f, lets, near):
        kind = self.random.randrange(12)
        if kind < 5:
            return self.equation(f, False, lets, near)
        if kind < 7:
            return self.equation(f, True, lets, near)
        if kind < 9:
            return self.ranged_spectrum(f, near)
        if kind == 9:
            return self.inequality(f)
        if kind == 10:
            values = [EDGES, times(num(2), minus(R, num(2))), minus(R, num(2)), num(4)]
            if self.chance(0.4):
                i = self.random.randrange(4)
                values[i] = self.pick([f.slightly_wrong(values[i]), plus(values[i], near)])
            return ("regular", call("G", R), tuple(values))
        x = f.matrix(f.size(), f.size(), 1)
        y = times(f.matrix(f.size(), x[2][0] if x[0] == "call" and x[1] in "IJ" else f.size(), 0), x)
        return (self.pick(["feasible", "infeasible"]), x, y)

    def inequality(self, f):
        """Between polynomials of r; some fail at one value far out, or only between the integers."""
        k = self.random.randrange(1, 60)
        square = binary("^", minus(R, num(self.pick([k, Fraction(2 * k + 1, 2)]))), num(2))
        other = plus(times(num(self.random.randrange(-3, 4)), times(R, R)),
                     minus(times(num(self.random.randrange(-9, 10)), R), f.small()))
        left, right = self.pick([
            (square, num(0)), (square, num(Fraction(1, 4))), (times(R, square), num(0)),
            (other, f.small()), (binary("^", R, num(3)), other), (f.number(2), f.number(2)),
            (binary("^", num(2), R), other)])
        if "x" in f.symbols and self.chance(0.5):
            x = name("x")
            left, right = self.pick([
                (plus(x, over(num(1), x)), num(2)), (times(x, x), x), (times(R, x), x),
                (binary("^", minus(x, num(7)), num(2)), num(0)), (plus(x, R), minus(R, x))])
        return ("relation", left, self.pick([">", ">=", "<", "<=", "!="]), right)

    def ranged_spectrum(self, f, near):
        """A matrix whose eigenvalues are known, scaled and shifted, with multiplicities that may be wrong."""
        r, edges = R, EDGES
        two = times(num(2), minus(r, num(2)))
        n = f.size()
        c, d = f.small(), f.small()
        matrix, lines = self.pick([
            (call("G", r), [(two, num(1)), (minus(r, num(4)), minus(r, num(1))),
                            (num(-2), over(times(r, minus(r, num(3))), num(2)))]),
            (call("gram", ("transposed", call("B", r))),
             [(minus(r, num(2)), minus(r, num(1))), (times(num(2), minus(r, num(1))), num(1))]),
            (call("gram", call("B", r)),
             [(times(num(2), minus(r, num(1))), num(1)), (minus(r, num(2)), minus(r, num(1))),
              (num(0), over(times(r, minus(r, num(3))), num(2)))]),
            (plus(times(c, call("I", n)), times(d, call("J", n))),
             [(c, minus(n, num(1))), (plus(c, times(d, n)), num(1))]),
            (plus(times(c, call("I", n)), times(d, call("J", n))),
             [(c, minus(n, num(1))), (plus(c, times(d, n)), num(1))]),
            (call("I", n), [(num(1), n)]),
            (call("gram", call("A1", r)),
             [(times(num(4), minus(r, num(2))), minus(r, num(1))),
              (plus(times(num(4), minus(r, num(2))), times(r, minus(edges, times(num(4), minus(r, num(2)))))),
               num(1))]),
        ])
        if self.chance(0.4):
            a, b = self.pick([num(2), num(-1), f.small()]), f.small()
            size = call("rows", matrix)
            matrix = plus(times(a, matrix), times(b, call("I", size)))
            lines = [(plus(times(a, v), b), k) for v, k in lines]
        lines = self.perturbed_lines(f, lines)
        if self.chance(0.4):
            i = self.random.randrange(len(lines))
            value, multiplicity = lines[i]
            odd = self.pick([plus(num(1), near), near, f.pick(f.sizes)])
            lines[i] = (value, minus(multiplicity, odd))
            lines.append((value, odd))
        return ("spectrum", matrix, tuple(lines))
