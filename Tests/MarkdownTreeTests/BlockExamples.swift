/// Texts for every section on blocks of the CommonMark specification, link definitions aside.
enum BlockExamples {
  static let all = thematicBreaks + headings + code + html + quotes + lists + traps

  static let thematicBreaks = [
    "***\n---\n___\n", "+++\n", "===\n", "--\n**\n__\n", " ***\n  ***\n   ***\n", "    ***\n", "目标\n    ***\n",
    "_____________________________________\n", " - - -\n", " **  * ** * ** * **\n", "- - - -    \n",
    "_ _ _ _ a\n\n---a---\n",
    " *-*\n", "- 签约\n***\n- 回款\n", "目标\n***\n实际\n", "* a\n* * *\n* b\n", "- a\n- * * *\n", "- ___\n", "* ___\n",
    "-\t-\t-\n",
    "***a\n", "___a\n", "*\n", "* *\n", "**\n",
  ]

  static let headings = [
    "# 目标\n## 分解\n### 行动\n#### a\n##### b\n###### c\n", "####### a\n", "#5 名\n\n#标签\n", "\\## a\n", "# a *b* \\*c\\*\n",
    "#                  a                     \n", " ### a\n  ## b\n   # c\n", "    # a\n", "a\n    # b\n", "## a ##\n",
    "# a #####\n",
    "### a ### b\n", "# a#\n", "### a \\###\n", "****\n## a\n****\n", "a\n# b\nc\n", "## \n#\n### ###\n", "#\ta\n",
    "a *b*\n=========\n\na *b*\n---------\n", "a *b\nc*\n====\n", "a\n-------------------------\n\nb\n=\n",
    "   a\n---\n\n  b\n===\n",
    "    a\n    ---\n\n    b\n---\n", "a\n   ----      \n", "a\n    ---\n", "a\n= =\n\nb\n--- -\n", "a  \n-----\n",
    "a\\\n----\n",
    "`a\n----\n`\n\n<a title=\"x\n---\ny\"/>\n", "> a\n---\n", "> a\nb\n===\n", "- a\n---\n", "a\nb\n---\n",
    "---\na\n---\nb\n---\nc\n",
    "\n====\n", "---\n---\n", "- a\n-----\n", "    a\n---\n", "> a\n-----\n", "\\> a\n------\n", "a\n\nb\n---\nc\n",
    "签约额：120万\n---\n",
    "a\n--\n", "a\n-\n", "a\n-\nb\n", "**a**\n===\n", "[a]\n===\n", "a\n> b\n> ---\n", "- a\n  b\n  ===\n- c\n",
  ]

  static let code = [
    "    a\n      b\n", "  - a\n\n    b\n", "1.  a\n\n    - b\n", "    <a/>\n    *hi*\n\n    - one\n",
    "    a\n\n    b\n  \n \n \n    c\n",
    "    a\n      \n      b\n", "a\n    b\n", "    a\nb\n", "# a\n    b\nc\n------\n    d\n----\n",
    "        a\n    b\n", "\n\n    a\n    \n\n",
    "    a  \n", "```\n<\n >\n```\n", "~~~\n<\n >\n~~~\n", "``\na\n``\n", "```\na\n~~~\n```\n", "~~~\na\n```\n~~~\n",
    "````\na\n```\n``````\n",
    "~~~~\na\n~~~\n~~~~\n", "```\n", "`````\n\n```\na\n", "> ```\n> a\n\nb\n", "```\n\n  \n```\n", "```\n```\n",
    " ```\n a\nb\n```\n",
    "  ```\na\n  a\na\n  ```\n", "   ```\n   a\n    a\n  a\n   ```\n", "    ```\n    a\n    ```\n", "```\na\n  ```\n",
    "   ```\na\n  ```\n",
    "```\na\n    ```\n", "``` ```\na\n", "~~~~~~\na\n~~~ ~~\n", "a\n```\nb\n```\nc\n", "a\n---\n~~~\nb\n~~~\n# c\n",
    "```swift\na\n```\n",
    "~~~~    ruby startline=3 $%@#$\na\n~~~~~~~\n", "````;\n````\n", "``` aa ```\nb\n", "~~~ aa ``` ~~~\nb\n~~~\n",
    "```\n``` aaa\n```\n",
    "- ```\n  a\n\n\n  b\n  ```\n", "- ```\n  a\n```\nb\n```\n", "```目标 > 5\na\n```\n", "``` a`b\nc\n", "    ```\na\n",
    "-     ```\n  a\n",
    "-    ```\n     a\n     ```\n", "`` ``` ``\n", "``` ``` ```\n", "> ```\n> ```\n> a\n",
  ]

  static let html = [
    "<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>\n",
    "<table>\n  <tr>\n  </tr>\n</table>\n\na\n",
    " <div>\n  *hello*\n         <foo><a>\n", "</div>\n*foo*\n", "<DIV CLASS=\"foo\">\n\n*M*\n\n</DIV>\n",
    "<div id=\"foo\"\n  class=\"bar\">\n</div>\n",
    "<div id=\"foo\" class=\"bar\n  baz\">\n</div>\n", "<div>\n*foo*\n\n*bar*\n", "<div id=\"foo\"\n*hi*\n",
    "<div class\nfoo\n",
    "<div *???-&&&-<---\n*foo*\n", "<div><a href=\"bar\">*foo*</a></div>\n", "<div></div>\n``` c\nint x = 33;\n```\n",
    "<a href=\"foo\">\n*bar*\n</a>\n", "<Warning>\n*bar*\n</Warning>\n", "<i class=\"foo\">\n*bar*\n</i>\n",
    "</ins>\n*bar*\n", "<del>\n*foo*\n</del>\n",
    "<del>\n\n*foo*\n\n</del>\n", "<del>*foo*</del>\n",
    "<pre language=\"haskell\"><code>\nimport\n\nmain\n</code></pre>\nokay\n",
    "<script type=\"text/javascript\">\n// a\n\ndocument\n</script>\nokay\n",
    "<textarea>\n\n*foo*\n\n_bar_\n\n</textarea>\n", "<style\n  type=\"text/css\">\n\nfoo\n",
    "<style>p{color:red;}</style>\n*foo*\n", "<!-- foo -->*bar*\n*baz*\n", "<script>\nfoo\n</script>1. *bar*\n",
    "<!-- Foo\n\nbar\n   baz -->\nokay\n",
    "<?php\n\n  echo '>';\n\n?>\nokay\n", "<!DOCTYPE html>\n",
    "<![CDATA[\nfunction\n\n  if (a < b && a < 0) then {\n]]>\nokay\n", "  <!-- foo -->\n\n    <!-- foo -->\n",
    "  <div>\n\n    <div>\n", "Foo\n<div>\nbar\n</div>\n", "<div>\nbar\n</div>\n*foo*\n",
    "Foo\n<a href=\"bar\">\nbaz\n", "<div>\n\n*a* text.\n\n</div>\n",
    "<table>\n\n<tr>\n\n<td>\nHi\n</td>\n\n</tr>\n\n</table>\n", "<a b=`c`>\n", "<a b=\"`*&\">\n", "<a*b>\nc\n",
    "<a_b>\nc\n", "<a c_d=e>\nf\n", "<a b<c>\n",
    "<a b=c<d>\n", "<a b='<'>\nc\n", "x <!-- a\nb --> c\n", "> <!-- a\n> b -->\n> c\n", "- <div>\n\n  a\n",
    "<!-- a\n\nb --> <!-- c\n\nd -->\n", "a -->\n", "<!-->\na\n",
    "<!--->\na\n", "<!\n", "<?\na ?> b\nc\n", "<!A\nb > c\nd\n", "<script>\n目标 </script> 5\na\n",
    "<pre>\n完成 > 70% </pre>\nb\n", "<![CDATA[\n目标]]>\nb\n",
    "<br />\na\n", "<br>a\nb\n", "</a >\nb\n", "<a\n", "<>\n", "< a>\n", "<1>\n",
  ]

  static let quotes = [
    "> # a\n> b\n> c\n", "># a\n>b\n> c\n", "   > # a\n   > b\n > c\n", "    > # a\n    > b\n", "> # a\n> b\nc\n",
    "> a\nb\n> c\n", "> a\n---\n", "> - a\n- b\n",
    ">     a\n    b\n", "> ```\na\n```\n", "> a\n    - b\n", ">\n", ">\n>  \n> \n", ">\n> a\n>  \n", "> a\n\n> b\n",
    "> a\n> b\n", "> a\n>\n> b\n", "a\n> b\n",
    "> a\n***\n> b\n", "> a\nb\n", "> a\n\nb\n", "> a\n>\nb\n", "> > > a\nb\n", ">>> a\n> b\n>>c\n",
    ">     code\n\n>    not code\n", "- > 70% 参与\n", "> 1. a\n> 2. b\n>\n>    c\n",
    "> \ta\n", ">\t\ta\n", "- > a\n  > b\n> c\n", "> - a\n>\n>   b\n",
  ]

  static let lists = [
    "a\nb\n\n    c\n\n> d\n", "1.  a\n    b\n\n        c\n\n    > d\n", "- one\n\n two\n", "- one\n\n  two\n",
    " -    one\n\n     two\n", " -    one\n\n      two\n",
    "   > > 1.  one\n>>\n>>     two\n", ">>- one\n>>\n  >  > two\n", "-one\n\n2.two\n", "- foo\n\n\n  bar\n",
    "1.  foo\n\n    ```\n    bar\n    ```\n\n    baz\n\n    > bam\n",
    "- Foo\n\n      bar\n\n\n      baz\n", "123456789. ok\n", "1234567890. not ok\n", "0. ok\n", "003. ok\n",
    "-1. not ok\n", "- foo\n\n      bar\n", "  10.  foo\n\n           bar\n",
    "1.     indented code\n\n   paragraph\n\n       more code\n", "1.      indented code\n\n   paragraph\n",
    "   foo\n\nbar\n", "-    foo\n\n  bar\n", "-  foo\n\n   bar\n",
    "-\n  foo\n-\n  ```\n  bar\n  ```\n-\n      baz\n", "-   \n  foo\n", "-\n\n  foo\n", "- \n\n\n  foo\n",
    "- foo\n-\n- bar\n", "- foo\n-   \n- bar\n", "1. foo\n2.\n3. bar\n", "*\n",
    "foo\n*\n\nfoo\n1.\n", " 1.  A\n     B\n\n         C\n", "    1.  A\n", "  1.  A\nB\n", "  1.  A\n    B\n",
    "> 1. > A\nB\n", "- foo\n  - bar\n    - baz\n      - boo\n",
    "- foo\n - bar\n  - baz\n   - boo\n", "10) foo\n    - bar\n", "10) foo\n   - bar\n", "- - foo\n", "1. - 2. foo\n",
    "- # Foo\n- Bar\n  ---\n  baz\n", "- foo\n- bar\n+ baz\n", "1. foo\n2. bar\n3) baz\n",
    "Foo\n- bar\n- baz\n", "The number is\n14.  The\n", "The number is\n1.  The\n", "- foo\n\n- bar\n\n\n- baz\n",
    "- foo\n  - bar\n    - baz\n\n\n      bim\n", "- foo\n- bar\n\n<!-- -->\n\n- baz\n",
    "-   foo\n\n    notcode\n\n-   foo\n\n<!-- -->\n\n    code\n", "- a\n - b\n  - c\n   - d\n    - e\n",
    "1. a\n\n  2. b\n\n    3. c\n", "- a\n- b\n\n- c\n", "* a\n*\n\n* c\n", "- a\n- ```\n  b\n\n\n  ```\n- c\n",
    "- a\n  - b\n\n    c\n- d\n", "* a\n  > b\n  >\n* c\n", "- a\n  > b\n  ```\n  c\n  ```\n- d\n",
    "1. ```\n   foo\n   ```\n\n   bar\n", "- a\n  - b\n  - c\n\n- d\n  - e\n", "-\ta\n\n\tb\n", "- a\n\n\t\tb\n",
    "1.\ta\n\t- b\n", "\t- a\n", "- [ ] a\n- [x] b\n", "- **a**：b\n  c\n", "-日期\n", "1、a\n2、b\n", "• a\n",
    "- 0.5% 同比\n", "a\n- 0.5% 同比\n", "2. a\n3. b\n", "a\n2. b\n", "- a\n\n  1. b\n  2. c\n\nd\n",
    "- a\nb\n- c\n", "- a\n\n\n\n\n\nb\n", "* * a\n", "+ + + a\n", "- a\r\n  - b\r\n\r\n  c\r\n", "- a\r  - b\r\rc\r",
    "1.\n", "1.\n   a\n", "- \t a\n",
  ]

  static let traps = [
    "", "\n", "\n\n\n", " ", "\t", "a", "a\r\nb\rc\nd", "\u{FEFF}a\n", "a\0b\n", "\0\n", "　a\n", "\u{A0}\n",
    "a\n \t \nb\n", "```\n\n\n\n```\n\n\na\n", "<div>\n\n\n\na\n", "    a\n\n\n\n    b\n",
    "- a\n\n\n\n      b\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a |\n---\n", "a | b\n- | -\n", "**a：**b\n",
    "`a\nb`\n", "![a](b)\n", "[a](b)\n", "&amp;\n", "\\\n", "_a_\n", "a*b*c\n", "x < y\n", "x </b> y\n",
    "a\n\u{B}\nb\n", "a\n\u{C}\nb\n", "...\n", ")\n", "1)\n", "#\n", "#.\n", "~\n", "~~\n", "= a\n", "+1 人\n",
    "* 5\n*5\n", "5.5 万\n", "5. 5 万\n", "2026. 目标\n", "(a)\n", "> ", ">", "-", "1.", "`", "```", "<", "<!", "<!-",
    "<!--",
  ]

  static let pieces = [
    "- ", "* ", "+ ", "1. ", "2) ", "> ", ">", "\n", "\n", "\n", "\n\n", "\n\n\n", "  ", "    ", "\t", " ", "a", "目标",
    "# ", "## ", "#", "```", "~~~", "`", "``", "***", "---", "===", "___",
    "*", "_", "**", "- - -", "* * *", "<div>", "</div>", "<a>", "<a b=`c`>", "<a b=\"`*\">", "<!-- ", "-->", "<?", "?>",
    "<!A", ">", "<![CDATA[", "]]>", "<script>", "</script>", "</pre>",
    "<pre>", "|", "|-|", "\n|a", "\n|b\n|c\n|d", ":-", "[", "]", "!", "\\", "&amp;", "<", "x > y", "\r\n", "\r", "\0",
    "b c", "<a*b>", "<a\nb>",
    "10. ", "0. ", "-", "1.", "foo\n---\n", "=", "<http://x.y>",
    "<a href=x<y>", "<br />", "<td",
  ]
}
