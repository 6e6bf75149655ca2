#ifndef CCMARK_ARENA_H
#define CCMARK_ARENA_H

#include <cmark.h>
#include <stddef.h>

/* The calling thread's allocator: it only ever grows until ccmark_arena_reset. */
cmark_mem *ccmark_arena(void);
void ccmark_arena_reset(void);

#endif
