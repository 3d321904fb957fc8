#include "CSystem.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

/* Where the linker puts the variables of the program, and what follows them; a library has no such places. */
extern char __data_start[] __attribute__((weak)), _end[] __attribute__((weak));

void verify_populate_variables(void) {
  if (__data_start == NULL || _end == NULL) return;
  uintptr_t first = (uintptr_t)__data_start & ~(uintptr_t)4095;
  madvise((void *)first, (uintptr_t)_end - first, MADV_POPULATE_WRITE);
}
