#ifndef VERIFY_REVISION_H
#define VERIFY_REVISION_H

/* What Scripts/build says of the sources, by way of Package.swift. It is C, so that a new commit compiles a file of
   a few lines again and nothing else. */

/* The commit, as git abbreviates it, with "-modified" where files differ from it; "" when nobody said. */
const char *_Nonnull verify_commit(void);

/* Its day in UTC, as in 2026-11-30; "" likewise. */
const char *_Nonnull verify_commit_date(void);

#endif
