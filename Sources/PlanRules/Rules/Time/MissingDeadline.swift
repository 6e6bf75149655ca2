import PlanModel
import PlanSource

extension Rule {
  package static let missingDeadline = Rule(
    id: "missing-deadline",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "行动没有完成时间", en: "An action without a due date"),
    why: LocalText(
      zh: "没有完成时间的行动不会逾期，也就没有人会追问它。为每一项行动写上哪一天完成。",
      en: "An action without a due date is never late, so nobody asks about it. Say by which day it is done."),
    exceptions: LocalText(
      zh: "日计划里的事项以当天为完成时间；已完成的事项仍需写明日期，以便复盘。",
      en: "Items of a day plan are due that day. Finished actions still need their date, for the review."),
    examples: [
      .good(
        LocalText(zh: "写明了日期", en: "the date is written"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院并确认预算 @王芳 截止 2026-03-17（周二）
        """),
      .bad(
        LocalText(zh: "只写了负责人", en: "only the owner is named"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] ⟦拜访仁和医院并确认预算 @王芳⟧
        """,
        says: "行动没有完成时间"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] ⟦Visit Northgate Clinic, Owner: Ben⟧
        """,
        says: "this action has no due date", in: .en),
    ],
    check: .plan { file, _, findings in
      for action in file.actions where action.due == nil {
        findings.add(
          .noDeadline, at: action.range,
          help: action.isRow(of: file)
            ? LocalText(zh: "在“完成时间”一栏填上日期", en: "fill in the due date in its column")
            : LocalText(zh: "在行末写上“截止 3月15日”", en: "add `by 2026-03-15` to the line"))
      }
    })
}

extension Message {
  fileprivate static var noDeadline: Message {
    Message(zh: "行动没有完成时间", en: "this action has no due date")
  }
}

extension Action {
  /// Whether the action is a row of a table: a pipe stands before it on its line.
  fileprivate func isRow(of file: PlanFile) -> Bool {
    var start = Int(range.start)
    while start > 0, file.source.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start > 0 && file.source.bytes[start - 1] == UInt8(ascii: "|")
  }
}
