#ifndef VERIFY_REVISION_H
#define VERIFY_REVISION_H

/* What Scripts/build says of the sources, by way of Package.swift. The definitions are linked by the product alone: so a
   new commit compiles them again, and no file that reads this. */

/* The commit, as git abbreviates it, with "-modified" where files differ from it; "" when nobody said. */
const char *_Nonnull verify_commit(void);

/* Its day in UTC, as in 2026-11-30; "" likewise. */
const char *_Nonnull verify_commit_date(void);

#endif
