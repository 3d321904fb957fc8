#include "../CRevision/revision.h"

#define TEXT(tokens) #tokens
#define EXPANDED(macro) TEXT(macro)

#ifdef VERIFY_COMMIT
const char *verify_commit(void) { return EXPANDED(VERIFY_COMMIT); }
const char *verify_commit_date(void) { return EXPANDED(VERIFY_COMMIT_DATE); }
#else
const char *verify_commit(void) { return ""; }
const char *verify_commit_date(void) { return ""; }
#endif
