#ifndef VERIFY_SYSTEM_H
#define VERIFY_SYSTEM_H

/* What Swift does not see of the C library: functions that are GNU's or Linux's. */

/* How many cores this process may use: those of its affinity mask; 0 when the system does not tell. */
int verify_cores(void);

/* Starts a detached thread, on another core than the caller's where the process may use one. Left to itself Linux
   likes to begin it on the same core, where it waits until the caller's slice of time ends: some milliseconds, as long
   as a short run. It stays away from that core until it calls verify_move_freely.

   Returns 0, or what pthread_create returns. */
int verify_start_thread(void *(*body)(void *), void *context);

/* Lets the calling thread run on any core that the process may use. */
void verify_move_freely(void);

/* Asks for the pages of the program's variables all at once. Else each is asked for when it is written first, and
   once a second thread runs, the other core has to be told: in all a twentieth of a short run. A system that
   cannot do it does what it always did. */
void verify_populate_variables(void);

#endif
