#ifndef VERIFY_CPEERS_H
#define VERIFY_CPEERS_H

#include <gmp.h>
#include <flint/fmpq.h>

/* Words of numbers that are known to fit one; GMP's own names are macros. */

static inline int64_t peers_mpq_numerator(mpq_srcptr q) { return mpz_get_si(mpq_numref(q)); }
static inline int64_t peers_mpq_denominator(mpq_srcptr q) { return mpz_get_si(mpq_denref(q)); }
static inline int64_t peers_fmpq_numerator(const fmpq *q) { return fmpz_get_si(&q->num); }
static inline int64_t peers_fmpq_denominator(const fmpq *q) { return fmpz_get_si(&q->den); }

#endif
