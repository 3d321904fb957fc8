"""Spectra of families of graphs with python-flint: dense integer matrices from the definitions.

    python families.py johnson 7 24        J(n, 3) for n = 7 ... 24; kneser likewise
    python families.py bipartite 1 40      K_{m,n} for m, n = 1 ... 40; rook likewise

The characteristic polynomial of the adjacency matrix is compared with that of the spectrum. Prints
"holds A of N".
"""

import sys
from itertools import combinations, product
from math import comb

from flint import fmpz_mat, fmpz_poly


def subsets(n, shared):
    sets = list(combinations(range(n), 3))
    return fmpz_mat([[int(len(set(a) & set(b)) == shared) for b in sets] for a in sets])


def johnson(n):
    return subsets(n, 2), [
        (3 * (n - 3), 1), (2 * (n - 4) - 1, n - 1), (n - 7, comb(n, 2) - n), (-3, comb(n, 3) - comb(n, 2))]


def kneser(n):
    return subsets(n, 0), [
        (comb(n - 3, 3), 1), (-comb(n - 4, 2), n - 1), (n - 5, comb(n, 2) - n),
        (-1, comb(n, 3) - comb(n, 2))]


def rook(m, n):
    squares = list(product(range(m), range(n)))
    matrix = [[int((a == c) != (b == d)) for c, d in squares] for a, b in squares]
    return fmpz_mat(matrix), [(m + n - 2, 1), (n - 2, m - 1), (m - 2, n - 1), (-2, (m - 1) * (n - 1))]


def has_spectrum(matrix, pairs):
    expected = fmpz_poly([1])
    for value, multiplicity in pairs:
        expected *= fmpz_poly([-value, 1]) ** multiplicity
    return matrix.charpoly() == expected


def bipartite(m, n):
    matrix = fmpz_mat([[int((i < m) != (j < m)) for j in range(m + n)] for i in range(m + n)])
    # The values ±√(mn) are roots of x² - mn.
    return matrix.charpoly() == fmpz_poly([-m * n, 0, 1]) * fmpz_poly([0, 1]) ** (m + n - 2)


def main(question, first, last):
    sizes = range(int(first), int(last) + 1)
    if question in ("johnson", "kneser"):
        family = {"johnson": johnson, "kneser": kneser}[question]
        answers = [has_spectrum(*family(n)) for n in sizes]
    elif question == "rook":
        answers = [has_spectrum(*rook(m, n)) for m in sizes for n in sizes]
    else:
        answers = [bipartite(m, n) for m in sizes for n in sizes]
    print(f"holds {sum(answers)} of {len(answers)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
