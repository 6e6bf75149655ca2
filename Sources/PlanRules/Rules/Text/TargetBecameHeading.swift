import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let targetBecameHeading = Rule(
    id: "target-became-heading",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "紧挨着“---”的一行成了标题", en: "A line right above `---` that becomes a heading"),
    why: LocalText(
      zh: "“---”上面紧挨着文字时不是分隔线，而是把那些文字变成大标题。中间空一行。",
      en: "Right below text `---` is no rule: it turns the text above into a heading. Leave a line blank between them."),
    exceptions: LocalText(
      zh: "我们仍按正文读取。没有数字的标题、下划线不是恰好三个“-”的标题、不像计划的文件不检查。",
      en: """
        The lines are still read as text. Headings without numbers, underlines of another length than three, and files that are \
        no plans are not checked.
        """),
    examples: [
      .bad(
        LocalText(zh: "目标紧挨着分隔线", en: "a target right above a rule"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        ⟦签约额：30万元⟧
        ---

        ## 依据

        在手合同。
        """,
        says: "「签约额：30万元」紧挨着「---」，成了标题"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        ⟦Bookings: $300,000⟧
        ---
        """,
        says: "`Bookings: $300,000` stands right above `---` and becomes a heading", in: .en),
      .bad(
        LocalText(zh: "前言不在第一行", en: "front matter that does not begin the file"), path: "2026-03.md",
        """

        ---
        ⟦类型: 月
        负责人: 王芳⟧
        ---

        # 王芳 2026年3月计划
        """,
        says: "前言「---」不在第一行，成了标题"),
      .good(
        LocalText(zh: "空了一行", en: "a blank line between them"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        签约额：30万元

        ---
        """),
      .good(
        LocalText(zh: "用下划线写的标题", en: "headings that are underlined"), path: "2026-03.md",
        """
        Ben: March 2026 plan
        ====================

        Targets
        ---

        - Bookings: $300,000
        """),
    ],
    looksFor: .traps,
    check: .file { file, _, findings in
      for lines in file.traps(.underlined) {
        let place = SourceRange(file: file.id, lines)
        if file.isFrontMatter(lines) {
          findings.add(
            .frontMatter, at: place,
            help: LocalText(zh: "把“---”挪到文件的第一行", en: "move `---` to the first line of the file"))
        } else if file.isPlanLike, file.holdsNumber(lines) {
          let rule = file.ruleBelow(lines)
          findings.add(
            .becameHeading(file.source.quoted(lines)), at: place,
            help: LocalText(zh: "在“---”上面空一行", en: "leave a line blank above `---`"),
            fixes: [
              Fix(
                title: LocalText(zh: "空一行", en: "add a blank line"), safety: .safe,
                edits: [Edit(SourceRange(file: file.id, rule..<rule), "\n")])
            ])
        }
      }
    })
}

extension PlanFile {
  /// Where the line below the text begins.
  fileprivate func ruleBelow(_ lines: Range<Int>) -> Int {
    var at = restOfLine(lines.upperBound).upperBound
    let bytes = source.bytes
    if at < bytes.count, bytes[at] == UInt8(ascii: "\r") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
    return at
  }

  fileprivate func holdsNumber(_ lines: Range<Int>) -> Bool {
    token(in: lines, where: { $0.kind == .quantity }) != nil
  }

  /// Whether the lines are the front matter of the file, were it not for what stands before: keys between two rules.
  fileprivate func isFrontMatter(_ lines: Range<Int>) -> Bool {
    guard tree.frontMatter == nil, lines.lowerBound < 1024, startOfLine(lines.lowerBound) > 4 else { return false }
    // The line end above may be two bytes.
    let above = startOfLine(startOfLine(lines.lowerBound) - 3)
    guard source.text(above..<lines.lowerBound).filter({ !$0.isWhitespace }) == "---" else { return false }
    let isFirst = !tree.document.blocks.contains { $0.kind == .heading && Int($0.start) < lines.lowerBound }
    let keys = source.text(lines).split(whereSeparator: \.isNewline).map { $0.prefix { $0 != ":" && $0 != "：" } }
    return isFirst && keys.allSatisfy { FrontMatter.isKey(String($0)) }
  }
}

extension Message {
  fileprivate static func becameHeading(_ text: String) -> Message {
    Message(
      zh: "「\(text)」紧挨着「---」，成了标题", en: "`\(text)` stands right above `---` and becomes a heading",
      Argument("text", .text(text)))
  }

  fileprivate static var frontMatter: Message {
    Message(zh: "前言「---」不在第一行，成了标题", en: "the front matter does not begin on the first line and becomes a heading")
  }
}
