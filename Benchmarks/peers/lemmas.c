// Lemmas 12 and 13 with FLINT: the spectrum of MᵀM, M from its definition by incidence, decided by
// traces and an annihilating polynomial.
//
//   cc -O2 lemmas.c -o lemmas -lflint -lgmp
//   ./lemmas dense 12 5 40      or ./lemmas version
//
// dense: MᵀM with an entry for each pair of edges, as the lemma has it.
// hand:  r × r matrices instead, with what one finds on paper first: MᵀM has three different entries,
//        so that it is x I + Bᵀ C B for an r × r matrix C and the incidence matrix B; the eigenvalues of
//        that are x, K - r times, and those of x I + C B Bᵀ.
//
// Prints "printed A of N" and, for Lemma 13, "corrected A of N".

#include <gmp.h>
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpz_mat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// An eigenvalue numerator/denominator and how often it occurs.
typedef struct {
  slong numerator, denominator, multiplicity;
} value;

// Three are claimed, one is known beforehand.
enum { most = 4 };

// MᵀM times `denominator` has the eigenvalues of an integer matrix, which is symmetric, and `times`
// more that are `known`.
typedef struct {
  fmpz_mat_t matrix;
  slong denominator, known, times;
} question;

static slong edge_count(slong r) { return r * (r - 1) / 2; }

// The incidence matrix of the complete graph on r vertices; columns in lexicographic order.
static void incidence(fmpz_mat_t b, slong r) {
  slong k = 0;
  for (slong i = 0; i < r; i++)
    for (slong j = i + 1; j < r; j++, k++) {
      fmpz_one(fmpz_mat_entry(b, i, k));
      fmpz_one(fmpz_mat_entry(b, j, k));
    }
}

// The weightings of the vertices: -1 on an edge, 1 elsewhere; a row for each edge.
static void weightings(fmpz_mat_t a, slong r) {
  slong k = 0;
  for (slong i = 0; i < r; i++)
    for (slong j = i + 1; j < r; j++, k++)
      for (slong v = 0; v < r; v++) fmpz_set_si(fmpz_mat_entry(a, k, v), v == i || v == j ? -1 : 1);
}

static void relu(fmpz_mat_t m) {
  for (slong i = 0; i < m->r; i++)
    for (slong j = 0; j < m->c; j++)
      if (fmpz_sgn(fmpz_mat_entry(m, i, j)) < 0) fmpz_zero(fmpz_mat_entry(m, i, j));
}

// The square of the norm that all rows share.
static slong row_norm(const fmpz_mat_t m) {
  slong shared = 0;
  for (slong i = 0; i < m->r; i++) {
    slong norm = 0;
    for (slong j = 0; j < m->c; j++) {
      slong x = fmpz_get_si(fmpz_mat_entry(m, i, j));
      norm += x * x;
    }
    if (i > 0 && norm != shared) {
      fputs("rows of different norms\n", stderr);
      exit(1);
    }
    shared = norm;
  }
  return shared;
}

static void add_to_diagonal(fmpz_mat_t m, slong x) {
  for (slong i = 0; i < m->r; i++)
    if (x < 0)
      fmpz_sub_ui(fmpz_mat_entry(m, i, i), fmpz_mat_entry(m, i, i), -x);
    else
      fmpz_add_ui(fmpz_mat_entry(m, i, i), fmpz_mat_entry(m, i, i), x);
}

// Whether MᵀM has exactly these eigenvalues: without those that are known, the sums of their powers
// 0, 1 and 2 are the traces of the integer matrix X, and (X - v_1) ⋯ (X - v_n) = 0.
static int has_spectrum(const question *q, const value *claimed, int claims) {
  slong size = fmpz_mat_nrows(q->matrix), values[most], multiplicities[most];
  int count = 0;

  // Times the denominator, equal ones merged, without those that are known.
  value rest[most];
  memcpy(rest, claimed, claims * sizeof(value));
  rest[claims] = (value){q->known, q->denominator, -q->times};
  for (int i = 0; i <= claims; i++) {
    slong scaled = rest[i].numerator * q->denominator;
    if (scaled % rest[i].denominator != 0) return 0;
    scaled /= rest[i].denominator;
    int j = 0;
    while (j < count && values[j] != scaled) j++;
    if (j == count) {
      values[count] = scaled;
      multiplicities[count++] = 0;
    }
    multiplicities[j] += rest[i].multiplicity;
  }

  fmpz_t trace, square, sum, term;
  fmpz_init(trace), fmpz_init(square), fmpz_init(sum), fmpz_init(term);
  fmpz_mat_trace(trace, q->matrix);
  for (slong i = 0; i < size; i++)
    for (slong j = 0; j < size; j++)
      fmpz_addmul(square, fmpz_mat_entry(q->matrix, i, j), fmpz_mat_entry(q->matrix, i, j));
  int holds = 1;
  for (int power = 0; power <= 2; power++) {
    fmpz_zero(sum);
    for (int i = 0; i < count; i++) {
      if (multiplicities[i] < 0) holds = 0;
      fmpz_set_si(term, values[i]);
      fmpz_pow_ui(term, term, power);
      fmpz_mul_si(term, term, multiplicities[i]);
      fmpz_add(sum, sum, term);
    }
    if (power == 0 ? !fmpz_equal_si(sum, size) : !fmpz_equal(sum, power == 1 ? trace : square))
      holds = 0;
  }
  fmpz_clear(trace), fmpz_clear(square), fmpz_clear(sum), fmpz_clear(term);
  if (!holds) return 0;

  fmpz_mat_t product, factor, next;
  fmpz_mat_init(product, size, size), fmpz_mat_init(next, size, size);
  fmpz_mat_init_set(factor, q->matrix);
  int factors = 0;
  slong shift = 0;
  for (int i = 0; i < count; i++) {
    if (multiplicities[i] == 0) continue;
    add_to_diagonal(factor, shift - values[i]);
    shift = values[i];
    if (factors++ == 0) {
      fmpz_mat_set(product, factor);
    } else {
      fmpz_mat_mul(next, product, factor);
      fmpz_mat_swap(product, next);
    }
  }
  holds = fmpz_mat_is_zero(product);
  fmpz_mat_clear(product), fmpz_mat_clear(factor), fmpz_mat_clear(next);
  return holds;
}

static void gram(fmpz_mat_t result, const fmpz_mat_t m) {
  fmpz_mat_t transposed;
  fmpz_mat_init(transposed, m->c, m->r);
  fmpz_mat_transpose(transposed, m);
  fmpz_mat_mul(result, transposed, m);
  fmpz_mat_clear(transposed);
}

// MᵀM of Lemma 12 or 13, with an entry for each pair of edges.
static void dense(question *q, int lemma, slong r) {
  slong size = edge_count(r);
  fmpz_mat_t b;
  fmpz_mat_init(b, r, size);
  incidence(b, r);
  fmpz_mat_init(q->matrix, size, size);
  q->known = q->times = 0;
  if (lemma == 12) {
    relu(b);
    gram(q->matrix, b);
    q->denominator = r - 1;
  } else {
    fmpz_mat_t a, n;
    fmpz_mat_init(a, size, r), fmpz_mat_init(n, size, size);
    weightings(a, r);
    fmpz_mat_mul(n, a, b);
    q->denominator = row_norm(n);
    relu(n);
    gram(q->matrix, n);
    fmpz_mat_clear(a), fmpz_mat_clear(n);
  }
  fmpz_mat_clear(b);
}

// What the weighting with -1 on {i, j} gives the edge {v, w}.
static slong weight(slong i, slong j, slong v, slong w) {
  return (v == i || v == j ? -1 : 1) + (w == i || w == j ? -1 : 1);
}

static slong positive(slong x) { return x > 0 ? x : 0; }

// The r × r matrix with the eigenvalues that are left when those that are known on paper are.
static void hand(question *q, int lemma, slong r) {
  slong size = edge_count(r);
  fmpz_mat_t b, transposed;
  fmpz_mat_init(b, r, size), fmpz_mat_init(transposed, size, r);
  incidence(b, r);
  fmpz_mat_transpose(transposed, b);
  fmpz_mat_init(q->matrix, r, r);
  fmpz_mat_mul(q->matrix, b, transposed);
  q->times = size - r;
  if (lemma == 12) {
    // BᵀB and B Bᵀ share what is not zero.
    q->known = 0;
    q->denominator = r - 1;
  } else {
    // The entries of PᵀP, P = relu(A B), at two edges that are equal, adjacent and disjoint; the edges
    // {0, 1}, {0, 2} and {2, 3} stand for all.
    slong equal = 0, adjacent = 0, disjoint = 0;
    q->denominator = 0;
    for (slong i = 0; i < r; i++)
      for (slong j = i + 1; j < r; j++) {
        slong first = positive(weight(i, j, 0, 1)), row = weight(0, 1, i, j);
        equal += first * first;
        adjacent += first * positive(weight(i, j, 0, 2));
        disjoint += first * positive(weight(i, j, 2, 3));
        q->denominator += row * row;
      }
    // PᵀP = x I + Bᵀ ((adjacent - disjoint) I + disjoint/4 J) B, since G = BᵀB - 2 I and
    // BᵀJB = 4 J. Entries of P are even, so disjoint/4 is an integer.
    q->known = equal - 2 * adjacent + disjoint;
    fmpz_mat_t c, product;
    fmpz_mat_init(c, r, r), fmpz_mat_init(product, r, r);
    for (slong i = 0; i < r; i++)
      for (slong j = 0; j < r; j++) fmpz_set_si(fmpz_mat_entry(c, i, j), disjoint / 4);
    add_to_diagonal(c, adjacent - disjoint);
    fmpz_mat_mul(product, c, q->matrix);
    fmpz_mat_swap(q->matrix, product);
    add_to_diagonal(q->matrix, q->known);
    fmpz_mat_clear(c), fmpz_mat_clear(product);
  }
  fmpz_mat_clear(b), fmpz_mat_clear(transposed);
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "version") == 0) {
    puts(FLINT_VERSION);
    return 0;
  }
  int lemma = argc == 5 ? atoi(argv[2]) : 0;
  if ((lemma != 12 && lemma != 13) || (strcmp(argv[1], "dense") && strcmp(argv[1], "hand"))) {
    fputs("usage: lemmas dense|hand 12|13 FIRST LAST\n", stderr);
    return 64;
  }
  slong first = atol(argv[3]), last = atol(argv[4]), printed = 0, corrected = 0;
  for (slong r = first; r <= last; r++) {
    question q;
    if (strcmp(argv[1], "dense") == 0)
      dense(&q, lemma, r);
    else
      hand(&q, lemma, r);
    slong s = (r - 2) * (r - 3) + 2, other = r * (r - 3) / 2;
    if (lemma == 12) {
      value claim[] = {{2, 1, 1}, {r - 2, r - 1, r - 1}, {0, 1, other}};
      printed += has_spectrum(&q, claim, 3);
    } else {
      value claim[] = {
        {(r - 2) * (5 * r - 19), s, 1}, {2 * (r - 3) * (r - 3), s, r - 1}, {2, s, other}};
      printed += has_spectrum(&q, claim, 3);
      claim[0] = (value){(r - 2) * (r - 2) * (r - 3) * (r - 3), 2 * s, 1};
      corrected += has_spectrum(&q, claim, 3);
    }
    fmpz_mat_clear(q.matrix);
  }
  slong count = last - first + 1;
  printf("printed %ld of %ld", (long)printed, (long)count);
  if (lemma == 13) printf(", corrected %ld of %ld", (long)corrected, (long)count);
  puts("");
  return 0;
}
