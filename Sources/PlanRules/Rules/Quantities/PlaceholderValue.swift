import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let placeholderValue = Rule(
    id: "placeholder-value",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "该填数字的地方还是占位符", en: "A placeholder where a number is due"),
    why: LocalText(
      zh: "“待定”“xx万”在汇总里等于没有这个目标，而读计划的人以为已经定了。填上数字；真的没有目标就写“—”。",
      en: """
        A `TBD` counts as no target in every total, while readers believe that it is settled. Fill in the number; write `—` \
        where there is no target.
        """),
    exceptions: LocalText(
      zh: "空格、“—”“无”“N/A”表示没有这个目标，不是占位符；责任人、实际值等列里的“待定”不检查。",
      en:
        "Blank cells, `—` and `N/A` say that there is no target. Placeholders for owners or actuals are not looked at."),
    examples: [
      .bad(
        LocalText(zh: "条目和表格里的占位符", en: "placeholders in items and tables"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 季度目标

        - 签约额：⟦xx万元⟧

        ## 月度分解

        | 月份 | 签约额（万元） | 负责人 |
        |---|---|---|
        | 1月 | ⟦待定⟧ | 待定 |
        | 2月 | 120 | 王芳 |
        """,
        says: "这里该写数字，写的是「xx万元」", "这里该写数字，写的是「待定」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦TBD⟧
        """,
        says: "a number is due here, not `TBD`", in: .en),
      .good(
        LocalText(zh: "没有目标的格子写“—”", en: "`—` where there is no target"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额（万元） | 负责人 |
        |---|---|---|
        | 1月 | — | 待定 |
        | 2月 | 120 | 王芳 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $5,000
        - Bids: N/A

        ## Support needed

        - Budget owner: TBD
        """),
    ],
    check: .plan { file, context, findings in
      guard context.tokens.holds(.placeholder) || file.holdsPlaceholderCell else { return }
      TargetPlaces(file, context.marks).forEachText { phrase, isPlaceholder in
        // Behind `=>` stands what came of the target; nobody has to know that yet.
        let promised = phrase.tokens.lazy.map { file.tree.tokens[$0] }.prefix { $0.kind != .verdict }
        let ranges = isPlaceholder ? [phrase.range] : promised.filter { $0.kind == .placeholder }.map(\.range)
        for range in ranges {
          findings.add(
            .placeholder(file.source.quoted(range)), at: SourceRange(file: file.id, range),
            help: LocalText(zh: "填上数字；没有这个目标就写“—”", en: "fill in the number, or write `—` where there is no target"))
        }
      }
    })
}

extension PlanFile {
  fileprivate var holdsPlaceholderCell: Bool {
    for table in tree.tables {
      let all = table.states
      let states = all.span
      // All of them at once is faster than stopping at the first.
      var found: UInt8 = 0
      for index in states.indices {
        found |= states[index].rawValue == PlanTable.CellState.placeholder.rawValue ? 1 : 0
      }
      if found != 0 { return true }
    }
    return false
  }
}

extension Message {
  fileprivate static func placeholder(_ text: String) -> Message {
    Message(
      zh: "这里该写数字，写的是「\(text)」", en: "a number is due here, not `\(text)`", .init("text", .text(text)))
  }
}
