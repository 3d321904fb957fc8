#ifndef VERIFY_PAGES_H
#define VERIFY_PAGES_H

#include <stdint.h>
#include <sys/mman.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

/* Where the linker puts the variables of the program, and what follows them. */
extern char __data_start[], _end[];

/* Asks for the pages of the program's variables all at once. Else each is asked for when it is written first, and
   once a second thread runs, the other core has to be told: in all a twentieth of a short run. A system that
   cannot do it does what it always did. */
static inline void verify_populate_variables(void) {
  uintptr_t first = (uintptr_t)__data_start & ~(uintptr_t)4095;
  madvise((void *)first, (uintptr_t)_end - first, MADV_POPULATE_WRITE);
}

#endif
