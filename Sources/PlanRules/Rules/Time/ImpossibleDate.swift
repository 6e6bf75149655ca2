import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let impossibleDate = Rule(
    id: "impossible-date",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "日历上没有的日期", en: "A date that the calendar does not have"),
    why: LocalText(
      zh: "2月30日永远不会到来，写着它的行动也就不会逾期。写一个真实的日期。",
      en: "30 February never comes, so nothing that is due then is ever late. Write a real date."),
    exceptions: LocalText(zh: "不像计划的文件不检查。", en: "Files that are no plans are not checked."),
    examples: [
      .good(
        LocalText(zh: "闰年的2月29日，以及月底", en: "29 February of a leap year, and the end of a month"), path: "2028-02.md",
        """
        # 王芳 2028年2月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2028-02-29
        - [ ] 完成投标文件 @王芳 截止 2月底
        """),
      .bad(
        LocalText(zh: "没有这一天", en: "no such day"), path: "2026-02.md",
        """
        # 王芳 2026年2月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 ⟦2026-02-30⟧
        - [ ] 完成投标文件 @王芳 截止 ⟦2月30日⟧
        """,
        says: "日历上没有「2026-02-30」", "日历上没有「2月30日」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-02.md",
        """
        # Ben February 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by ⟦2026-02-30⟧
        """,
        says: "the calendar has no `2026-02-30`", in: .en),
    ],
    check: .plan { file, context, findings in
      for range in file.periodProblems(.impossibleDate, among: context.wrongPeriods) {
        findings.add(
          .impossible(file.source.quoted(range.bytes)), at: range,
          help: LocalText(zh: "写一个真实的日期，月底可写“2月底”", en: "write a real date, such as `2026-02-28`"))
      }
    })
}

extension Message {
  fileprivate static func impossible(_ text: String) -> Message {
    Message(zh: "日历上没有「\(text)」", en: "the calendar has no `\(text)`", Argument("text", .text(text)))
  }
}
