"""Statements about all r that hold for the first ones, and lose their truth or their meaning later."""

from .claims import binary, call, minus, name, num, over, plus, times

R = name("r")
EDGES = over(times(R, minus(R, num(1))), num(2))


def vanishing(first, count):
    """(r-first)(r-first-1)…: zero at so many values, and nowhere later."""
    result = minus(R, num(first))
    for k in range(1, count):
        result = times(result, minus(R, num(first + k)))
    return result


def slight(random, first):
    """Zero at the first values, and later small, or no integer."""
    count = random.randrange(1, 9)
    bottom = random.choice([
        num(1), num(2), num(24), num(1000), binary("^", plus(R, num(1)), num(count)),
        times(num(1000), binary("^", plus(R, num(1)), num(random.randrange(1, count + 1)))),
        plus(times(R, R), num(1))])
    return over(vanishing(first, count), bottom)


def count(random, first):
    """A number of things for the first values of r: later no integer, or negative, or zero at one place."""
    base = random.choice([R, num(1), num(2), EDGES, plus(R, num(1))])
    far = num(first + random.randrange(1, 40))
    return random.choice([
        plus(base, slight(random, first)), plus(base, slight(random, first)),
        minus(base, slight(random, first)), minus(far, R),
        binary("^", minus(R, far), num(2)), plus(binary("^", minus(R, far), num(2)), num(1)),
        over(EDGES, num(random.choice([2, 3]))), times(minus(R, far), minus(R, num(first)))])


def statement(random, first):
    n = count(random, first)
    far = num(first + random.randrange(1, 40))
    other = count(random, first)
    square = binary("^", minus(R, far), num(2))
    equal, unequal = random.choice([
        (call("rows", call("I", n)), n), (call("columns", call("J", num(2), n)), n),
        (call("trace", call("I", n)), n), (call("norm2", call("J", n)), times(n, n)),
        (call("rank", call("I", n)), n), (call("rank", call("J", n)), num(1)),
        (call("I", n), call("gram", call("I", n))), (call("J", n), call("J", n, n)),
        (times(call("J", n), call("J", n)), times(n, call("J", n))),
        (call("binomial", n, num(2)), over(times(n, minus(n, num(1))), num(2))),
        (call("binomial", n, num(0)), num(1)), (call("binomial", num(5), n), call("binomial", num(5), n)),
        (call("entry", call("J", R), n, num(1)), num(1)),
        (call("entry", call("I", R), num(1), n), call("entry", call("I", R), n, num(1))),
        (call("entry", call("J", n), far, far), num(1)),
        (call("rows", call("stack", call("J", num(1), n), call("J", num(2), other))), num(3)),
        (call("norm2", call("stack", call("J", num(1), n), call("J", num(1), R))), plus(n, R)),
        (over(minus(R, far), minus(R, far)), num(1)), (over(n, n), num(1)),
        (binary("^", call("sqrt", n), num(2)), n), (call("sqrt", square), minus(R, far)),
        (call("sqrt", times(n, n)), n), (binary("^", num(2), n), binary("^", num(2), n)),
        (call("triangular_root", over(times(n, minus(n, num(1))), num(2))), n),
        (call("sum", name("k"), num(1), n, num(1)), n),
        (call("trace", call("unit_rows", call("J", n))), call("sqrt", n)),
        (call("norm2", call("unit_rows", times(n, call("J", R)))), R),
        (call("trace", call("inverse", times(n, call("I", R)))), over(R, n)),
        (call("least_norm", times(n, call("I", R)), call("I", R)), over(R, times(n, n))),
        (call("nuclear_norm", times(n, call("I", R))), times(n, R)),
        (call("relu", times(n, call("J", R))), times(n, call("J", R))),
        (call("min_ridge", call("J", R), n), call("min_ridge", call("J", R), n)),
        (call("rank", times(n, call("G", R))), call("rank", call("G", R))),
        (call("patterns", R, num(2)), call("A1", R)),
    ])
    kind = random.randrange(6)
    if kind == 0:
        return ("relation", times(num(2), equal), "!=", equal)
    if kind == 1:
        return ("relation", call("J", n), "!=", random.choice([call("I", n), times(num(2), call("J", n))]))
    if kind == 2:
        return ("spectrum", call("I", R), ((num(1), n), (num(1), minus(R, n))))
    if kind == 3:
        part = random.choice([n, minus(n, num(1)), plus(num(1), slight(random, first))])
        return ("spectrum", call("J", n), ((n, num(1)), (num(0), minus(n, num(1))), (num(0), part),
                                           (num(0), times(num(-1), part))))
    return ("relation", equal, "=", unequal)
