#ifndef VERIFY_CPEERS_H
#define VERIFY_CPEERS_H

#include <stdint.h>
#include <stdlib.h>

#include <gmp.h>
#include <flint/arith.h>
#include <flint/fmpq.h>
#include <flint/fmpq_mat.h>
#include <flint/fmpq_poly.h>
#if __has_include(<antic/nf_elem.h>)
#include <antic/nf_elem.h>
#else
#include <flint/nf_elem.h>
#endif
/* Package.swift asks the same; Calcium's headers include those of Arb. */
#if __has_include(<calcium/ca.h>) && __has_include(<acb.h>)
#include <calcium/ca.h>
#elif __has_include(<flint/ca.h>)
#include <flint/ca.h>
#endif

/* Fractions of words in lowest terms, denominators positive; nothing notices an overflow. */
typedef struct { int64_t numerator, denominator; } peers_fraction;

/* Binary, both positive. */
static inline int64_t peers_gcd(int64_t a, int64_t b) {
  int shift = __builtin_ctzll(a | b), zeros = __builtin_ctzll(a);
  b >>= __builtin_ctzll(b);
  for (;;) {
    a >>= zeros;
    int64_t difference = b - a;
    if (difference == 0) return b << shift;
    zeros = __builtin_ctzll(difference);
    b = a < b ? a : b;
    a = difference < 0 ? -difference : difference;
  }
}

/* As Knuth adds, with divisors of the denominators instead of the result: the faster way here. */
static inline peers_fraction peers_fraction_add(peers_fraction a, peers_fraction b) {
  int64_t g = peers_gcd(a.denominator, b.denominator);
  if (g == 1) {
    return (peers_fraction){a.numerator * b.denominator + b.numerator * a.denominator,
                            a.denominator * b.denominator};
  }
  int64_t rest = a.denominator / g;
  int64_t sum = a.numerator * (b.denominator / g) + b.numerator * rest;
  if (sum == 0) return (peers_fraction){0, 1};
  int64_t h = peers_gcd(sum < 0 ? -sum : sum, g);
  return (peers_fraction){sum / h, rest * (b.denominator / h)};
}

/* For products one longer divisor is faster than two short ones. */
static inline peers_fraction peers_fraction_mul(peers_fraction a, peers_fraction b) {
  int64_t top = a.numerator * b.numerator, bottom = a.denominator * b.denominator;
  if (top == 0) return (peers_fraction){0, 1};
  int64_t g = peers_gcd(top < 0 ? -top : top, bottom);
  return (peers_fraction){top / g, bottom / g};
}

static inline int peers_fraction_less(peers_fraction a, peers_fraction b) {
  return (__int128)a.numerator * b.denominator < (__int128)b.numerator * a.denominator;
}

/* Q(√2, √3, √5) by hand: the place of a coefficient says by its bits which roots it goes with. */

static const uint64_t peers_radicands[8] = {1, 2, 3, 6, 5, 10, 15, 30};

/* FLINT's integers over one denominator, in lowest terms. */
typedef struct { fmpz coefficients[8]; fmpz denominator; } peers_root_sum;

static inline void peers_root_sum_mul(
    peers_root_sum *result, const peers_root_sum *left, const peers_root_sum *right) {
  fmpz_t scaled;
  fmpz_init(scaled);
  for (int p = 0; p < 8; p++) fmpz_zero(result->coefficients + p);
  for (int p = 0; p < 8; p++)
    for (int q = 0; q < 8; q++) {
      fmpz_mul_ui(scaled, left->coefficients + p, peers_radicands[p & q]);
      fmpz_addmul(result->coefficients + (p ^ q), scaled, right->coefficients + q);
    }
  fmpz_mul(&result->denominator, &left->denominator, &right->denominator);
  _fmpq_poly_canonicalise(result->coefficients, &result->denominator, 8);
  fmpz_clear(scaled);
}

/* Eight of FLINT's fractions. */
static inline void peers_fractions_mul(fmpq *result, const fmpq *left, const fmpq *right) {
  fmpq_t product;
  fmpq_init(product);
  for (int p = 0; p < 8; p++) fmpq_zero(result + p);
  for (int p = 0; p < 8; p++)
    for (int q = 0; q < 8; q++) {
      fmpq_mul(product, left + p, right + q);
      fmpq_mul_ui(product, product, peers_radicands[p & q]);
      fmpq_add(result + (p ^ q), result + (p ^ q), product);
    }
  fmpq_clear(product);
}

/* Sums of fractions, half of them and the other half. */

static inline void peers_fmpq_sum(fmpq *result, const fmpq *values, slong count) {
  if (count == 1) { fmpq_set(result, values); return; }
  fmpq_t right;
  fmpq_init(right);
  peers_fmpq_sum(result, values, count / 2);
  peers_fmpq_sum(right, values + count / 2, count - count / 2);
  fmpq_add(result, result, right);
  fmpq_clear(right);
}

static inline void peers_mpq_sum(mpq_ptr result, mpq_srcptr values, slong count) {
  if (count == 1) { mpq_set(result, values); return; }
  mpq_t right;
  mpq_init(right);
  peers_mpq_sum(result, values, count / 2);
  peers_mpq_sum(right, values + count / 2, count - count / 2);
  mpq_add(result, result, right);
  mpq_clear(right);
}

/* The determinant by Bareiss' elimination in GMP's integers, rows cleared of denominators. */
static inline void peers_mpq_determinant(mpq_ptr result, mpq_srcptr values, slong size) {
  mpz_t *entries = malloc(size * size * sizeof(mpz_t));
  mpz_t common, scale, product, one;
  mpz_inits(common, scale, product, NULL);
  mpz_init_set_ui(one, 1);
  mpz_set_ui(mpq_numref(result), 0);
  mpz_set_ui(mpq_denref(result), 1);
  for (slong i = 0; i < size; i++) {
    mpz_set_ui(common, 1);
    for (slong j = 0; j < size; j++) mpz_lcm(common, common, mpq_denref(values + i * size + j));
    for (slong j = 0; j < size; j++) {
      mpz_init(entries[i * size + j]);
      mpz_divexact(scale, common, mpq_denref(values + i * size + j));
      mpz_mul(entries[i * size + j], scale, mpq_numref(values + i * size + j));
    }
    mpz_mul(mpq_denref(result), mpq_denref(result), common);
  }
  /* The leading determinants of Hilbert's matrix are not zero, so no rows are exchanged. */
  for (slong k = 0; k + 1 < size; k++)
    for (slong i = k + 1; i < size; i++)
      for (slong j = k + 1; j < size; j++) {
        mpz_mul(product, entries[i * size + k], entries[k * size + j]);
        mpz_mul(entries[i * size + j], entries[i * size + j], entries[k * size + k]);
        mpz_sub(entries[i * size + j], entries[i * size + j], product);
        mpz_divexact(entries[i * size + j], entries[i * size + j],
                     k ? entries[(k - 1) * size + k - 1] : one);
      }
  mpz_set(mpq_numref(result), entries[size * size - 1]);
  mpq_canonicalize(result);
  for (slong i = 0; i < size * size; i++) mpz_clear(entries[i]);
  mpz_clears(common, scale, product, one, NULL);
  free(entries);
}

#endif
