import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let textLooksLikeHeading = Rule(
    id: "text-looks-like-heading",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "“###标题”“＃ 标题”在 Markdown 里不是标题", en: "`###Title` and `＃ Title` are no headings in Markdown"),
    why: LocalText(
      zh: "“#”要用半角，后面要有空格，否则网页上照原样显示，目录里也没有这一节。",
      en:
        "Without a blank behind `#`, or with a full-width `＃`, the page shows the marks as text, and the outline lacks the section."
    ),
    exceptions: LocalText(
      zh: "我们仍按标题读取。只有一个“#”的行可能是标签（#临时），不检查；列表里的行也不检查。",
      en:
        "The line is still read as a heading. A line with a single `#` may be a tag and is not checked, nor are lines in lists."
    ),
    examples: [
      .bad(
        LocalText(zh: "少了空格，或用了全角", en: "no blank, or a full-width mark"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ⟦##⟧本月目标

        - 签约额：30万元

        ⟦＃＃⟧ 依据

        在手合同。
        """,
        says: "「##」后面没有空格，这一行不是标题", "「＃＃」是全角，这一行不是标题"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ⟦##⟧Targets

        - Bookings: $300,000
        """,
        says: "no blank behind `##`, so the line is no heading", in: .en),
      .good(
        LocalText(zh: "标题，以及标签", en: "headings, and a tag"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：30万元

        #临时 #重点

        工单 #1234 已处理。
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    looksFor: .traps,
    check: .file { file, _, findings in
      for marks in file.traps(.headingMarks) {
        let text = file.source.text(marks)
        let isWide = !text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
        let isSpaced = file.source.bytes[marks.upperBound...].starts(with: " ".utf8)
        let place = SourceRange(file: file.id, marks)
        let right = String(repeating: "#", count: text.count) + (isSpaced ? "" : " ")
        findings.add(
          isWide ? .wide(text) : .noBlank(text), at: place,
          help: LocalText(
            zh: "写成“\(right.dropLast(isSpaced ? 0 : 1)) 标题”", en: "write `\(right)` and the title behind a blank"),
          fixes: [
            Fix(title: LocalText(zh: "改成标题", en: "make it a heading"), safety: .safe, edits: [Edit(place, right)])
          ])
      }
    })
}

extension Message {
  fileprivate static func noBlank(_ marks: String) -> Message {
    Message(
      zh: "「\(marks)」后面没有空格，这一行不是标题", en: "no blank behind `\(marks)`, so the line is no heading",
      Argument("marks", .text(marks)))
  }

  fileprivate static func wide(_ marks: String) -> Message {
    Message(
      zh: "「\(marks)」是全角，这一行不是标题", en: "`\(marks)` is full-width, so the line is no heading",
      Argument("marks", .text(marks)))
  }
}
