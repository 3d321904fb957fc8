"""Claims as trees, and their text in the claim language.

A formula is a tuple: ("number", x), ("name", n), ("negated", e), ("binary", symbol, a, b),
("transposed", e), ("call", function, arguments) or ("matrix", rows), whose entries may be blocks; the arguments
of "matrix" are the names of row and column, the sizes and the entry. ("partition", parts) has lists of integers.
A proposition is ("relation", a, symbol, b), ("spectrum", m, ((value, multiplicity), …)), ("regular", m, four
formulas), ("feasible", x, y), ("infeasible", x, y), ("inertia", m, three formulas), ("positive_definite", m),
("positive_semidefinite", m), ("equitable", m, partition), ("interlaces", a, b), ("vectors", "nonzero" or "", n,
a, symbol, b) about a vector z, or ("or", lists of propositions).
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Optional

MATRICES = {
    "I", "J", "B", "T", "G", "A1", "patterns", "transpose", "gram", "relu", "unit_rows", "stack",
    "kronecker", "repeat_rows", "inverse", "pseudo_inverse", "least_norm_form", "ridge_minimiser",
    "adjacency", "incidence", "oriented_incidence", "laplacian", "signless_laplacian", "seidel",
    "distance_matrix",
    "matrix", "inclusion", "diagonal", "diagonal_of", "hadamard", "characteristic_polynomial", "quotient",
}

GRAPHS = {
    "complete", "complete_bipartite", "complete_multipartite", "cocktail_party", "cycle", "path",
    "star", "hypercube", "hamming", "rook", "johnson", "kneser", "paley", "petersen", "line_graph",
    "complement", "cartesian_product", "tensor_product", "strong_product", "lexicographic_product",
    "disjoint_union",
}

# How many of the first arguments are names of its own.
BOUND = {"sum": 1, "product": 1, "matrix": 2}

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def text(e, above=0):
    """The formula, in brackets where an operator of precedence `above` would take it apart."""
    kind = e[0]
    if kind == "number":
        x = e[1]
        if x.denominator == 1 and x >= 0:
            return str(x.numerator)
        return f"({x})"
    if kind == "name":
        return e[1]
    if kind == "negated":
        # It binds like a product; what is under a power, or on the right of anything, needs brackets.
        inner = "-" + text(e[1], 2)
        return f"({inner})" if above > 0 else inner
    if kind == "transposed":
        return text(e[1], 4) + "'"
    if kind == "call" and e[1] == "matrix":
        i, j, rows, columns, entry = map(text, e[2])
        return f"matrix({rows}, {columns}; {i}, {j}: {entry})"
    if kind == "call":
        return f"{e[1]}({', '.join(text(a) for a in e[2])})"
    if kind == "partition":
        return "{" + " | ".join(", ".join(map(str, part)) for part in e[1]) + "}"
    if kind == "matrix":
        return "[" + "; ".join(", ".join(text(x) for x in row) for row in e[1]) + "]"
    symbol = e[1]
    own = PRECEDENCE[symbol]
    # `a - b - c` is `(a - b) - c`, and `a^b^c` is `a^(b^c)`.
    left, right = (own + 1, own) if symbol == "^" else (own, own + 1)
    inner = f"{text(e[2], left)} {symbol} {text(e[3], right)}"
    return f"({inner})" if own < above else inner


def relation_text(relation):
    _, left, symbol, right = relation
    return f"{text(left)} {symbol} {text(right)}"


def proposition_text(p):
    kind = p[0]
    if kind == "relation":
        return relation_text(p)
    if kind == "spectrum":
        lines = ", ".join(f"{text(v)} : {text(k)}" for v, k in p[2])
        return f"spectrum({text(p[1])}) = {{ {lines} }}"
    if kind == "regular":
        return f"strongly_regular({text(p[1])}) = ({', '.join(text(x) for x in p[2])})"
    if kind == "inertia":
        return f"inertia({text(p[1])}) = ({', '.join(text(x) for x in p[2])})"
    if kind in ("positive_definite", "positive_semidefinite"):
        return f"{kind}({text(p[1])})"
    if kind == "vectors":
        return f"(for all {p[1]} vectors z in R^{text(p[2], 4)}: {text(p[3])} {p[4]} {text(p[5])})"
    if kind == "or":
        return "(" + " or ".join(" and ".join(map(proposition_text, all_of)) for all_of in p[1]) + ")"
    return f"{kind}({text(p[1])}, {text(p[2])})"


@dataclass(frozen=True)
class Domain:
    """A finite list of values, or all integers from one on; `text` is how it is written."""

    text: str
    values: tuple = ()
    first: Optional[int] = None


@dataclass(frozen=True)
class Parameter:
    name: str
    is_integer: bool
    bound: Optional[tuple]
    domain: Domain

    def text(self):
        bound = f" {self.bound[0]} {self.bound[1]}" if self.bound else ""
        kind = "integer" if self.is_integer else "rational"
        return f"parameter {self.name} {kind}{bound} default {self.domain.text}"


@dataclass(frozen=True)
class Claim:
    """`hypothesis` is a tuple of alternatives, each a tuple of relations; None is none."""

    parameters: tuple = ()
    lets: tuple = ()
    hypothesis: Optional[tuple] = None
    propositions: tuple = ()
    """What the generator had in mind, for the counts."""
    kind: str = field(default="", compare=False)

    @property
    def is_open(self):
        return any(p.domain.first is not None for p in self.parameters)

    def text(self, name):
        lines = [f"claim {name}"] + [f"  {p.text()}" for p in self.parameters]
        if self.hypothesis is not None:
            sides = [" and ".join(relation_text(r) for r in all_of) for all_of in self.hypothesis]
            lines.append("  requires " + " or ".join(sides))
        lines += [f"  let {n} = {text(e)}" for n, e in self.lets]
        lines.append("  printed " + " and ".join(proposition_text(p) for p in self.propositions))
        return "\n".join(lines) + "\n"


# Shorthands for building formulas.


def num(x):
    return ("number", Fraction(x))


def name(n):
    return ("name", n)


def call(function, *arguments):
    return ("call", function, tuple(arguments))


def binary(symbol, a, b):
    return ("binary", symbol, a, b)


def plus(a, b):
    return binary("+", a, b)


def minus(a, b):
    return binary("-", a, b)


def times(a, b):
    return binary("*", a, b)


def over(a, b):
    return binary("/", a, b)


def product_of(factors):
    result = factors[0]
    for factor in factors[1:]:
        result = times(result, factor)
    return result


def is_matrix(e, lets=()):
    """Whether a formula is one of a matrix."""
    kind = e[0]
    if kind in ("matrix", "transposed"):
        return True
    if kind == "call":
        return e[1] in MATRICES or (e[1] == "sum" and is_matrix(e[2][3], lets))
    if kind == "negated":
        return is_matrix(e[1], lets)
    if kind == "binary":
        return is_matrix(e[2], lets) or (e[1] != "^" and is_matrix(e[3], lets))
    return kind == "name" and any(n == e[1] and is_matrix(d, lets) for n, d in lets)


def is_graph(e):
    """Whether a formula is one of a graph; no name is."""
    return e[0] == "call" and e[1] in GRAPHS


def parts(e):
    """The formulas directly inside, and how to put another in the place of each."""
    if e[0] in ("negated", "transposed"):
        yield e[1], lambda x: (e[0], x)
    elif e[0] == "binary":
        yield e[2], lambda x: ("binary", e[1], x, e[3])
        yield e[3], lambda x: ("binary", e[1], e[2], x)
    elif e[0] == "call":
        for i, a in enumerate(e[2]):
            if i < BOUND.get(e[1], 0):
                continue
            yield a, lambda x, i=i: ("call", e[1], e[2][:i] + (x,) + e[2][i + 1:])
    elif e[0] == "matrix":
        for i, row in enumerate(e[1]):
            for j, a in enumerate(row):
                yield a, lambda x, i=i, j=j, row=row: (
                    "matrix", e[1][:i] + (row[:j] + (x,) + row[j + 1:],) + e[1][i + 1:])
