#ifndef VERIFY_FUZZING_DRIVER_H
#define VERIFY_FUZZING_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library: runs the callback on inputs until the arguments say to stop.
///
/// No header of the toolchain declares it.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
