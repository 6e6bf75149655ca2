import PlanSource

extension Rule {
  package static let unusedSuppression = Rule(
    id: "unused-suppression",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "抑制注释没有抑制任何发现", en: "A suppression that silences nothing"),
    why: LocalText(
      zh: "问题已经改好而注释留着，下次同一处出错就看不到了。",
      en: "When the problem is gone and the comment stays, the next one in the same place goes unseen."),
    exceptions: LocalText(
      zh: "本次没有运行的规则，它的抑制不算多余。", en: "A suppression of a rule that does not run is not reported."),
    examples: [
      .bad(
        LocalText(zh: "行动已有日期", en: "the action has a date by now"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        <!-- planlint-disable-next-line ⟦missing-deadline⟧ -- 长期工作 -->
        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17
        """,
        says: "这里没有「missing-deadline」可抑制"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ⟦<!-- planlint-disable-next-line -->⟧
        Meetings as usual.
        """,
        says: "nothing here to silence", in: .en),
      .good(
        LocalText(zh: "抑制了一项发现", en: "it silences a finding"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        <!-- planlint-disable-next-line missing-deadline -- 长期工作 -->
        - [ ] 拜访仁和医院 @王芳
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben <!-- planlint-disable-line missing-deadline -->
        """),
    ],
    check: .suppressions)
}

extension Message {
  /// - Parameter name: The rule, or `nil` for a comment that names none and so silences everything.
  static func unusedSuppression(_ name: String?) -> Message {
    guard let name else { return Message(zh: "这里没有什么可抑制", en: "nothing here to silence") }
    return Message(
      zh: "这里没有「\(name)」可抑制", en: "no `\(name)` here to silence", .init("name", .text(name)))
  }
}
