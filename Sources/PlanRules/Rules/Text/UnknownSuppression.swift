import PlanSource

extension Rule {
  package static let unknownSuppression = Rule(
    id: "unknown-suppression",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "抑制注释里的规则名不存在", en: "A suppression that names no rule"),
    why: LocalText(
      zh: "规则名写错的抑制注释什么也不抑制。", en: "A suppression with a misspelt rule silences nothing."),
    examples: [
      .bad(
        LocalText(zh: "规则名写错", en: "a slip of the pen"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        <!-- planlint-disable-next-line ⟦mising-deadline⟧ -- 长期工作 -->
        例会照常。
        """,
        says: "没有叫「mising-deadline」的规则，是否想写「missing-deadline」？"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        <!-- planlint-disable-next-line ⟦be-quiet⟧ -->
        Meetings as usual.
        """,
        says: "no rule is named `be-quiet`", in: .en),
      .good(
        LocalText(zh: "别的工具的注释", en: "another tool's comment"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        <!-- markdownlint-disable-next-line MD013 -->
        例会照常。
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        <!-- planlint-disable-next-line missing-deadline -- all year round -->
        - [ ] Visit Northgate Clinic, Owner: Ben
        """),
    ],
    check: .suppressions)
}

extension Message {
  static func unknownSuppression(_ name: String, _ nearest: String?) -> Message {
    Message(
      zh: "没有叫「\(name)」的规则" + (nearest.map { "，是否想写「\($0)」？" } ?? ""),
      en: "no rule is named `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""), .init("name", .text(name)),
      .init("nearest", .text(nearest ?? "")))
  }
}
