#ifndef VERIFY_ALLOCATIONS_H
#define VERIFY_ALLOCATIONS_H

/* How often memory was asked for so far, by this program or by a library. */
unsigned long allocations_so_far(void);

#endif
