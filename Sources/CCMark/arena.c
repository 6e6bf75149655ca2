#include "arena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A bump allocator for each thread. libcmark's callbacks carry no context, so the state is thread-local. Each block keeps
   its size in front, so that realloc knows how much to copy; the newest block grows in place. The first chunk stays with
   the thread from file to file; the others are freed on reset. */

enum { alignment = 16, first_size = 256 * 1024 };

typedef struct chunk {
  struct chunk *previous;
  size_t size; /* bytes of data */
  size_t used;
  size_t newest; /* where the data of the newest block begins, 0 if there is none */
} chunk;

_Static_assert(sizeof(chunk) % alignment == 0, "data behind a chunk's head is aligned");

static _Thread_local chunk *top;
static pthread_key_t at_exit;
static pthread_once_t at_exit_once = PTHREAD_ONCE_INIT;

static unsigned char *data_of(chunk *c) { return (unsigned char *)(c + 1); }

static void free_chunks(void *newest) {
  for (chunk *c = newest; c;) {
    chunk *previous = c->previous;
    free(c);
    c = previous;
  }
  top = NULL;
}

static void make_key(void) {
  if (pthread_key_create(&at_exit, free_chunks)) abort();
}

static chunk *new_chunk(size_t size) {
  chunk *c = malloc(sizeof(chunk) + size);
  if (!c) abort();
  c->previous = top;
  c->size = size;
  c->used = 0;
  c->newest = 0;
  top = c;
  pthread_once(&at_exit_once, make_key);
  pthread_setspecific(at_exit, c);
  return c;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size = (size + alignment - 1) & ~(size_t)(alignment - 1);
  size_t whole = size + alignment;
  chunk *c = top;
  if (!c || c->size - c->used < whole) {
    size_t next = c ? c->size * 2 : first_size;
    c = new_chunk(next < whole ? whole : next);
  }
  unsigned char *block = data_of(c) + c->used + alignment;
  memcpy(block - alignment, &size, sizeof size);
  c->newest = c->used + alignment;
  c->used += whole;
  return block;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size); /* chunks are used again, so they are not zero by themselves */
}

static void *arena_realloc(void *pointer, size_t size) {
  if (!pointer) return take(size);
  size_t old;
  memcpy(&old, (unsigned char *)pointer - alignment, sizeof old);
  if (size <= old) return pointer;
  chunk *c = top;
  if (c->newest && pointer == data_of(c) + c->newest && size <= c->size - c->newest) {
    size = (size + alignment - 1) & ~(size_t)(alignment - 1);
    if (size <= c->size - c->newest) {
      memcpy((unsigned char *)pointer - alignment, &size, sizeof size);
      c->used = c->newest + size;
      return pointer;
    }
  }
  return memcpy(take(size), pointer, old);
}

static void arena_free(void *pointer) { (void)pointer; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_mem *ccmark_arena(void) { return &arena; }

void ccmark_arena_reset(void) {
  chunk *c = top;
  if (!c) return;
  while (c->previous) {
    chunk *previous = c->previous;
    free(c);
    c = previous;
  }
  c->used = 0;
  c->newest = 0;
  top = c;
  pthread_setspecific(at_exit, c);
}
