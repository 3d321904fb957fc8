#ifndef VERIFY_CGMP_SHIM_H
#define VERIFY_CGMP_SHIM_H
#include <gmp.h>
#endif
