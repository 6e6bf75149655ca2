import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unreadableFile = Rule(
    id: "unreadable-file",
    group: .text,
    severity: .error,
    summary: LocalText(
      zh: "文件超过 64 MB、文件头超过 64 KB，或嵌套超过 1000 层，没有读取",
      en: "A file over 64 MB, with over 64 KB of front matter, or nested deeper than 1,000 levels: it is not read"),
    why: LocalText(
      zh: "这样的文件里没有一个数字进入汇总；不说出来，合计就会悄悄变小。",
      en: "No number of such a file is in any total; unsaid, the totals would silently be smaller."),
    exceptions: LocalText(
      zh: "文件里的注释也没有读取，所以注释不能关闭这条规则；可以在 planbook.yml 里 exclude。",
      en: "Comments in the file are not read either and cannot silence this; `exclude` it in planbook.yml."),
    examples: [
      .bad(
        LocalText(zh: "引用套引用一千多层", en: "quotes in quotes, more than a thousand"), path: "2026-Q1.md",
        "# 王芳 2026年第一季度计划\n\n⟦⟧\(tooManyQuotes) 签约额：100万元\n",
        says: "嵌套超过 1000 层，整个文件没有读取"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        "# Ben Q1 2026 plan\n\n⟦⟧\(tooManyQuotes) Bookings: CNY 1,000,000\n",
        says: "nested deeper than 1,000 levels; nothing of the file was read", in: .en),
      .good(
        LocalText(zh: "几层引用没有关系", en: "a few quotes are fine"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        >>> 上次会议的记录
        """),
    ],
    check: .file { file, _, findings in
      for problem in file.tree.problems {
        let range = SourceRange(file: file.id, problem.range)
        switch problem.kind {
        case .tooLarge:
          findings.add(
            .tooLarge, at: range,
            help: LocalText(zh: "把文件拆小，或在 planbook.yml 里 exclude", en: "split it, or `exclude` it in planbook.yml"))
        case .frontMatterTooLarge:
          findings.add(
            .frontMatterTooLarge, at: range,
            help: LocalText(zh: "把说明文字移到文件头下面的正文里", en: "move its text below the closing `---`"))
        case .markdown(.tooDeep):
          findings.add(
            .tooDeep, at: range, help: LocalText(zh: "减少引用或列表的层数", en: "nest quotes and lists less deeply"))
        default: continue
        }
      }
    })

  private static let tooManyQuotes = String(repeating: ">", count: 1_001)
}

extension Message {
  fileprivate static var tooLarge: Message {
    Message(zh: "文件超过 64 MB，没有读取", en: "the file is larger than 64 MB and was not read")
  }

  fileprivate static var frontMatterTooLarge: Message {
    Message(
      zh: "文件头超过 64 KB，整个文件没有读取",
      en: "the front matter is larger than 64 KB; nothing of the file was read")
  }

  fileprivate static var tooDeep: Message {
    Message(zh: "嵌套超过 1000 层，整个文件没有读取", en: "nested deeper than 1,000 levels; nothing of the file was read")
  }
}
