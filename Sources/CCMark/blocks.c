#include "CCMark.h"

#include <string.h>

#include "arena.h"

typedef struct {
  ccmark_block *blocks;
  size_t count;
  size_t capacity;
} list;

static ccmark_block *append(list *l) {
  if (l->count == l->capacity) {
    l->capacity = l->capacity ? l->capacity * 2 : 64;
    l->blocks = ccmark_arena()->realloc(l->blocks, l->capacity * sizeof(ccmark_block));
  }
  return &l->blocks[l->count++];
}

/* A line ends at LF, CR or CRLF. */
static int32_t lines_in(const char *text) {
  int32_t lines = 0;
  if (!text) return 0;
  for (const char *p = text; (p += strcspn(p, "\r\n"), *p); p++) {
    if (*p == '\r' && p[1] == '\n') p++;
    lines++;
  }
  return lines;
}

/* libcmark's own end line of an underlined heading is that of the line after it. */
static int32_t lines_of_heading(cmark_node *heading) {
  int32_t lines = 1;
  for (cmark_node *n = cmark_node_first_child(heading); n; n = cmark_node_next(n)) {
    switch (cmark_node_get_type(n)) {
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK: lines++; break;
      case CMARK_NODE_HTML_INLINE: lines += lines_in(cmark_node_get_literal(n)); break;
      default: break;
    }
  }
  return lines;
}

static void describe(cmark_node *node, ccmark_block *block, int32_t parent) {
  block->start_line = cmark_node_get_start_line(node);
  block->start_column = cmark_node_get_start_column(node);
  block->end_line = cmark_node_get_end_line(node);
  block->lines = 0;
  block->parent = parent;
  block->level = 0;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: block->kind = ccmark_quote; break;
    case CMARK_NODE_LIST:
      block->kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? ccmark_ordered_list : ccmark_bullet_list;
      break;
    case CMARK_NODE_ITEM: block->kind = ccmark_item; break;
    case CMARK_NODE_PARAGRAPH: block->kind = ccmark_paragraph; break;
    case CMARK_NODE_HEADING:
      block->kind = ccmark_heading;
      block->level = (uint8_t)cmark_node_get_heading_level(node);
      block->lines = lines_of_heading(node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      block->kind = ccmark_code;
      block->lines = lines_in(cmark_node_get_literal(node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      block->kind = ccmark_html;
      block->lines = lines_in(cmark_node_get_literal(node));
      break;
    case CMARK_NODE_THEMATIC_BREAK: block->kind = ccmark_thematic_break; break;
    default: block->kind = ccmark_document; break;
  }
}

static cmark_node *first_block_in(cmark_node *node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM: return cmark_node_first_child(node);
    default: return NULL;
  }
}

const ccmark_block *ccmark_parse(const uint8_t *bytes, size_t length, size_t *count) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, ccmark_arena());
  cmark_parser_feed(parser, (const char *)bytes, length);
  cmark_node *node = cmark_parser_finish(parser);
  cmark_parser_free(parser);

  list found = {NULL, 0, 0};
  int32_t parent = -1;
  while (node) {
    int32_t index = (int32_t)found.count;
    describe(node, append(&found), parent);
    cmark_node *next = first_block_in(node);
    if (next) {
      parent = index;
    } else {
      while (node && !(next = cmark_node_next(node))) {
        node = cmark_node_parent(node);
        if (parent >= 0) parent = found.blocks[parent].parent;
      }
    }
    node = next;
  }
  *count = found.count;
  return found.blocks;
}

void ccmark_release(void) { ccmark_arena_reset(); }
