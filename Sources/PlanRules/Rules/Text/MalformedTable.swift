import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let malformedTable = Rule(
    id: "malformed-table",
    group: .text,
    severity: .error,
    summary: LocalText(zh: "表格的格数不对", en: "A table whose cells do not fit"),
    why: LocalText(
      zh: "多出的格子网页上不显示，数字就丢了；分隔行的格数不对，整张表都成了普通文字。",
      en: """
        Markdown drops cells beyond the header's, and their numbers with them. A delimiter row of another length makes the \
        whole table plain text.
        """),
    exceptions: LocalText(
      zh: "格数比表头少的行是合法的，缺的格子当作空白。", en: "A row with fewer cells than the header is fine; the rest is blank."),
    examples: [
      .bad(
        LocalText(zh: "多了一格", en: "one cell too many"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额（万元） |
        |---|---|
        | 1月 | 50 |
        ⟦| 2月 | 60 | 45 |⟧
        """,
        says: "这一行有 3 格，表头有 2 格，多出的不显示"),
      .bad(
        LocalText(zh: "行尾多出空格子", en: "empty cells at the end of a row"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额（万元） |
        |---|---|
        ⟦| 1月 | 50 | | |⟧
        | 2月 | 60 |
        """,
        says: "这一行有 4 格，表头有 2 格，多出的不显示"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Breakdown

        | Month | Bookings (USD) | Visits |
        ⟦|---|---|⟧
        | 2026-01 | 50,000 | 20 |
        """,
        says: "the delimiter row has 2 cells, the header 3; this is no table", in: .en),
      .good(
        LocalText(zh: "行可以短", en: "rows may be short"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额（万元） | 备注 |
        |---|---|---|
        | 1月 | 50 |
        | 2月 | 60 | 春节 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Breakdown

        | Month | Bookings (USD) |
        |---|---|
        | 2026-01 | 50,000 |
        """),
    ],
    check: .file { file, _, findings in
      for problem in file.tree.problems {
        guard case .markdown(let markdown) = problem.kind, let message = Message.malformed(markdown) else { continue }
        findings.add(
          message, at: SourceRange(file: file.id, problem.range.clamped(to: 0..<file.source.bytes.count)),
          help: LocalText(
            zh: "让每一行的“|”与表头一样多；格子里的竖线写成“\\|”",
            en: "give every row as many `|` as the header has; write `\\|` for a bar inside a cell"),
          fixes: TableRepair.fix(markdown, in: file.source).map { [$0] } ?? [])
      }
    })
}

extension Message {
  /// `nil` where nothing is lost, or where another rule speaks.
  fileprivate static func malformed(_ problem: MarkdownProblem) -> Message? {
    switch problem {
    case .rowCellCount(_, let have, let expected):
      guard have > expected else { return nil }
      return Message(
        zh: "这一行有 \(have) 格，表头有 \(expected) 格，多出的不显示",
        en: "the row has \(have) cells, the header \(expected); the rest is not shown",
        .init("have", .number("\(have)")), .init("expected", .number("\(expected)")))
    case .delimiterCellCount(_, let have, let expected):
      return Message(
        zh: "分隔行有 \(have) 格，表头有 \(expected) 格，这不成表格",
        en: "the delimiter row has \(have) cells, the header \(expected); this is no table",
        .init("have", .number("\(have)")), .init("expected", .number("\(expected)")))
    case .listInsteadOfDelimiterRow:
      return Message(zh: "分隔行没有以“|”开头，成了列表", en: "the delimiter row does not begin with `|` and is a list")
    case .unclosedHTMLTable: return Message(zh: "<table> 没有 </table>", en: "`<table>` has no `</table>`")
    case .tooDeep: return nil
    }
  }
}
