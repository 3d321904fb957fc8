#ifndef VERIFY_CGMP_SHIM_H
#define VERIFY_CGMP_SHIM_H

#include <gmp.h>
#include <stdint.h>
#include <string.h>

/* GMP's names are macros, which Swift does not see. These give the few that are used a name each. */

static inline void verify_mpz_init(mpz_ptr z) { mpz_init(z); }
static inline void verify_mpz_clear(mpz_ptr z) { mpz_clear(z); }
static inline void verify_mpz_set_word(mpz_ptr z, int64_t word) { mpz_set_si(z, word); }
static inline int verify_mpz_sign(mpz_srcptr z) { return mpz_sgn(z); }
static inline int verify_mpz_fits_word(mpz_srcptr z) { return mpz_fits_slong_p(z) != 0; }
static inline int64_t verify_mpz_word(mpz_srcptr z) { return mpz_get_si(z); }
static inline int verify_mpz_is_even(mpz_srcptr z) { return mpz_even_p(z); }
static inline size_t verify_mpz_bits(mpz_srcptr z) { return mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0; }
static inline size_t verify_mpz_limbs(mpz_srcptr z) { return mpz_size(z); }
static inline uint64_t verify_mpz_limb(mpz_srcptr z, size_t index) { return mpz_getlimbn(z, index); }

/* Where the parts of a fraction are, to be read and to be written. */
static inline const __mpz_struct *_Nonnull verify_mpq_numerator(mpq_srcptr q) {
  return mpq_numref(q);
}
static inline const __mpz_struct *_Nonnull verify_mpq_denominator(mpq_srcptr q) {
  return mpq_denref(q);
}
static inline __mpz_struct *_Nonnull verify_mpq_top(mpq_ptr q) { return mpq_numref(q); }
static inline __mpz_struct *_Nonnull verify_mpq_bottom(mpq_ptr q) { return mpq_denref(q); }

/* Integers of this thread: two for a result, three for what it is made of. */
struct verify_room {
  __mpq_struct value;
  __mpz_struct factors[3];
  int is_ready, is_taken;
};

static inline struct verify_room *_Nonnull verify_room_of_thread(void) {
  static _Thread_local struct verify_room room;
  return &room;
}

static inline void verify_empty_room(struct verify_room *_Nonnull room) {
  mpq_clear(&room->value);
  for (int index = 0; index < 3; index++) mpz_clear(&room->factors[index]);
  room->is_ready = 0;
}

/* Room for a large number is not kept. */
static inline int verify_room_is_large(const struct verify_room *_Nonnull room) {
  const int limit = 8192;
  int largest = mpq_numref(&room->value)->_mp_alloc;
  if (mpq_denref(&room->value)->_mp_alloc > largest) largest = mpq_denref(&room->value)->_mp_alloc;
  for (int index = 0; index < 3; index++) {
    if (room->factors[index]._mp_alloc > largest) largest = room->factors[index]._mp_alloc;
  }
  return largest > limit;
}

/* Two integers with the value 0, from where a result is copied: their room grows to the size of results
   once, not for each of them. It is returned before anything else takes it: the program ends where that
   is not so. */
static inline __mpq_struct *_Nonnull verify_take_room(void) {
  struct verify_room *room = verify_room_of_thread();
  if (room->is_taken) __builtin_trap();
  room->is_taken = 1;
  if (room->is_ready && verify_room_is_large(room)) verify_empty_room(room);
  if (!room->is_ready) {
    mpz_init(mpq_numref(&room->value));
    mpz_init(mpq_denref(&room->value));
    for (int index = 0; index < 3; index++) mpz_init(&room->factors[index]);
    room->is_ready = 1;
  }
  mpq_numref(&room->value)->_mp_size = 0;
  mpq_denref(&room->value)->_mp_size = 0;
  return &room->value;
}

/* One of the three, with any value, while the room is taken. */
static inline __mpz_struct *_Nonnull verify_room_factor(int index) {
  return &verify_room_of_thread()->factors[index];
}

static inline void verify_return_room(void) { verify_room_of_thread()->is_taken = 0; }

/* The floor of the square root of high 2^64 + low, which is not zero. */
static inline uint64_t verify_double_root(uint64_t high, uint64_t low) {
  mp_limb_t root = 0, limbs[2] = {low, high};
  mpn_sqrtrem(&root, NULL, limbs, high ? 2 : 1);
  return root;
}

#endif
