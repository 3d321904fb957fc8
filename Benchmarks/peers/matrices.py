"""Spectra and inertia with python-flint, as fast as they can be had there.

    python matrices.py < questions

Each line of the input is a question as JSON, {"question": "spectrum" or "inertia", "rows": [["1/2",
...], ...]}. For each way to answer it a line comes back, {"peer": ..., "milliseconds": ..., "answer":
...}: the median of processor time over rounds for about two seconds; an empty line ends the answers.

Spectra are the characteristic polynomial of a matrix of integers and its isolated roots. Inertia is that
of the signs of the characteristic polynomial, or of a block elimination with balls (Haynsworth): the
inertia of [[A, B], [Bᵀ, C]] is that of A and that of C - Bᵀ A⁻¹ B.
"""

import json
import sys
import time

import flint


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def spectrum(rows):
    polynomial = flint.fmpz_mat([[int(x) for x in row] for row in rows]).charpoly()
    return polynomial, polynomial.complex_roots()


def spectrum_text(answer):
    polynomial, roots = answer
    values = sorted((round(1000 * float(root.real.mid())), count) for root, count in roots)
    coefficients = ",".join(str(c) for c in polynomial.coeffs())
    return coefficients + ";" + ",".join(f"{value}:{count}" for value, count in values)


def changes(signs):
    present = [sign for sign in signs if sign]
    return sum(a != b for a, b in zip(present, present[1:]))


def by_polynomial(matrix):
    integers, _ = matrix.numer_denom()
    signs = [(c > 0) - (c < 0) for c in integers.charpoly().coeffs()]
    zero = next(place for place, sign in enumerate(signs) if sign)
    reflected = [-sign if place % 2 else sign for place, sign in enumerate(signs)]
    return changes(signs), zero, changes(reflected)


def block(table, rows, columns):
    return flint.arb_mat([row[columns] for row in table[rows]])


def signs_of(matrix):
    """The numbers of positive and negative eigenvalues; an error where balls do not decide."""
    order = matrix.nrows()
    if order == 1:
        if not (matrix[0, 0] > 0 or matrix[0, 0] < 0):
            raise ZeroDivisionError
        return (1, 0) if matrix[0, 0] > 0 else (0, 1)
    table, first, last = matrix.tolist(), slice(0, order // 2), slice(order // 2, order)
    a, b, c = block(table, first, first), block(table, first, last), block(table, last, last)
    above, below = signs_of(a), signs_of(c - b.transpose() * a.solve(b))
    return above[0] + below[0], above[1] + below[1]


def by_blocks(matrix):
    flint.ctx.prec = 64
    while flint.ctx.prec < 4096:
        try:
            positive, negative = signs_of(flint.arb_mat(matrix))
            return positive, 0, negative
        except ZeroDivisionError:
            flint.ctx.prec *= 2
    return None


def ways(question, rows):
    if question == "spectrum":
        return [("python-flint", lambda: spectrum(rows), spectrum_text)]
    matrix = flint.fmpq_mat(
        [[flint.fmpq(*map(int, entry.split("/"))) for entry in row] for row in rows]
    )
    return [
        ("python-flint, charpoly", lambda: by_polynomial(matrix), str),
        ("python-flint, blocks of balls", lambda: by_blocks(matrix), str),
    ]


for line in sys.stdin:
    asked = json.loads(line)
    for peer, way, text in ways(asked["question"], asked["rows"]):
        times, begin = [], time.process_time()
        while not times or time.process_time() - begin < 2:
            start = time.process_time()
            answer = way()
            times.append(time.process_time() - start)
            if answer is None:
                break
        if answer is not None:
            found = {"peer": peer, "milliseconds": 1000 * median(times), "answer": text(answer)}
            print(json.dumps(found))
    print(flush=True)
