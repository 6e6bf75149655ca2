#ifndef CCMARK_H
#define CCMARK_H

#include <stddef.h>
#include <stdint.h>

/* Block structure of one document as libcmark sees it. No libcmark pointer leaves this target. */

enum {
  ccmark_document,
  ccmark_quote,
  ccmark_bullet_list,
  ccmark_ordered_list,
  ccmark_item,
  ccmark_paragraph,
  ccmark_heading,
  ccmark_code,
  ccmark_html,
  ccmark_thematic_break
};

typedef struct {
  int32_t start_line;   /* from 1 */
  int32_t start_column; /* in bytes, from 1 */
  int32_t end_line;     /* right for paragraphs only; see ccmark_block.lines */
  int32_t lines;        /* lines of text: headings (without the underline), code (without fences), HTML */
  int32_t parent;       /* index, or -1 */
  uint8_t kind;
  uint8_t level; /* of a heading */
} ccmark_block;

/* Parses and lists the blocks in pre-order; block 0 is the document. The list lives until ccmark_release is called on
   the same thread, and no second ccmark_parse may run on the thread before that. */
const ccmark_block *ccmark_parse(const uint8_t *bytes, size_t length, size_t *count);

/* Gives the memory of the last ccmark_parse back to this thread's arena. */
void ccmark_release(void);

#endif
