#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

/* The mask of the thread that the process began with, which nobody here changes. Returns how many cores it has, 0
   when the system does not tell. */
static int cores_of_process(cpu_set_t *cores) {
  return sched_getaffinity(getpid(), sizeof *cores, cores) == 0 ? CPU_COUNT(cores) : 0;
}

int verify_cores(void) {
  cpu_set_t cores;
  return cores_of_process(&cores);
}

int verify_start_thread(void *(*body)(void *), void *context) {
  pthread_t thread;
  int error = EAGAIN;
  cpu_set_t cores;
  int here = sched_getcpu();
  if (here >= 0 && here < CPU_SETSIZE && cores_of_process(&cores) > 1) {
    CPU_CLR(here, &cores);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setaffinity_np(&attributes, sizeof cores, &cores);
    error = pthread_create(&thread, &attributes, body, context);
    pthread_attr_destroy(&attributes);
  }
  /* A core may have gone meanwhile. */
  if (error != 0) error = pthread_create(&thread, NULL, body, context);
  if (error == 0) pthread_detach(thread);
  return error;
}

void verify_move_freely(void) {
  cpu_set_t cores;
  if (cores_of_process(&cores) > 0) sched_setaffinity(0, sizeof cores, &cores);
}
