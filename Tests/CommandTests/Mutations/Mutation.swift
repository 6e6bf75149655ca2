import Testing

/// One small change of the sample book, and the core rule that must speak of it, alone and once.
struct Mutation: Sendable, CustomTestStringConvertible {
  /// One place of one file: the first of `old` becomes `new`. A file that the book lacks is made of `new`.
  struct Edit: Sendable {
    let path: String
    let old: String
    /// `\xB6` stands for that byte.
    let new: String

    init(_ path: String, _ old: String, _ new: String) {
      self.path = path
      self.old = old
      self.new = new
    }

    /// Text behind the last line of the month's plan.
    static func append(_ text: String) -> Edit { Edit(Mutation.month, Mutation.lastLine, Mutation.lastLine + text) }

    /// A line among the month's targets.
    static func target(_ line: String) -> Edit {
      Edit(Mutation.month, Mutation.lastTarget, Mutation.lastTarget + line + "\n")
    }
  }

  let rule: String
  let edits: [Edit]

  init(_ rule: String, _ edits: Edit...) {
    self.rule = rule
    self.edits = edits
  }

  var testDescription: String { rule }

  private static let month = "华东区/王岚/2026-04.md"
  private static let quarter = "华东区/王岚/2026-Q2.md"
  private static let week = "华东区/王岚/2026-W15.md"
  private static let day = "华东区/王岚/2026-04-14.md"
  private static let unit = "华东区/2026-Q2.md"
  private static let lastTarget = "- 应收账款：200万元\n"
  private static let lastLine = "| 应收账款（万元） |             201 | 明湾大学质保金还差一截                     |\n"

  /// One for every core rule, by name.
  static let all: [Mutation] = [
    Mutation("ambiguous-week", .init("planbook.yml", "week: iso\n", ""), .append("\n## 说明\n\n第3周盘点。\n")),
    Mutation("broken-link", .init(month, "(2026-Q2.md)", "(2026-Q3.md)")),
    Mutation("conflicting-target", .append("\n## 目标补充\n\n- 签约额：61万元\n")),
    Mutation("contradictory-scope", .init(month, "2026年4月销售计划", "2026年5月销售计划")),
    Mutation("contradictory-status", .init(month, "合同样稿 @王岚 截止 2026-04-17（周五）", "合同样稿 @王岚 截止 2026-04-17（周五）（已完成）")),
    Mutation("count-mismatch", .append("\n## 说明\n\n样板学校2所：明湾大学、钱源学院、桐浦中学\n")),
    Mutation("deadline-on-rest-day", .init(month, "2026-04-24（周五）", "2026-04-25（周六）")),
    Mutation("deadline-outside-period", .init(month, "2026-04-28（周二）", "2026-05-12（周二）")),
    Mutation("early-review", .append("\n## 本月总结\n\n| 指标 | 实际 |\n| --- | --- |\n| 回访（次） | 12 |\n")),
    Mutation(
      "equal-split",
      .init(
        "华东区/王岚/2026-04-13.md", "## 今日行动",
        "## 线索分解\n\n| 月份 | 线索数（条） |\n| --- | --- |\n| 4月 | 10 |\n| 5月 | 10 |\n| 6月 | 10 |\n\n## 今日行动")),
    Mutation("hidden-character", .init(month, "- 投标：3个", "- 投标：\u{200B}3个")),
    Mutation(
      "implausible-scale",
      .init(
        quarter, "|                 45 |               70 |  80% | 二期",
        "|                 45 |            70000 |  80% | 二期")),
    Mutation("impossible-date", .init(month, "截止 2026-04-28（周二）", "截止 2026-04-31")),
    Mutation("invalid-encoding", .append("\n\\xB6\\xD4\n")),
    Mutation("invalid-value", .init(month, "类型: 月", "类型: 月\n币种: 人民")),
    Mutation("lost-comparator", .append("\n## 说明\n\n- 毛利率\n  - > 30%\n")),
    Mutation(
      "malformed-table",
      .init(month, "| 十七日开标                                 |", "| 十七日开标                                 | 待定 |")),
    Mutation(
      "matrix-mismatch",
      .init(
        quarter, "## 客户与产品",
        "## 线索数分解\n\n| 月份 | 医疗 | 教育 | 合计 |\n| --- | --- | --- | --- |\n| 4月 | 5 | 3 | 9 |\n| 5月 | 6 | 2 | 8 |\n| 6月 | 4 | 1 | 5 |\n\n## 客户与产品"
      )),
    Mutation("misordered-tiers", .target("- 新客户保底：5家")),
    Mutation("missing-deadline", .init(month, " 截止 2026-04-28（周二）", "")),
    Mutation("missing-unit", .target("- 毛利：5")),
    Mutation(
      "mixed-currency",
      .init(day, "- 回款：5万元\n", "- 回款：5万元\n- 签约额：$5000\n"),
      .init(day, "财务处收尾款首笔，", "财务处收尾款首笔，签约，")),
    Mutation(
      "orphan-target",
      .init(day, "- 回款：5万元\n", "- 回款：5万元\n- 发货额：3万元\n"), .init(day, "财务处收尾款首笔，", "财务处收尾款首笔，发货，")),
    Mutation("overdue-action", .init(month, "- [x] 钱源实训机房投标", "- [ ] 钱源实训机房投标")),
    Mutation("placeholder-value", .target("- 毛利：TBD")),
    Mutation("probability-out-of-range", .init(month, "|      90% | CareOps", "|     190% | CareOps")),
    Mutation("range-target", .target("- 毛利率：30–35%")),
    Mutation("reversed-dates", .init(quarter, "4月1日至4月30日", "4月30日至4月1日")),
    Mutation("several-owners", .init(month, "费用一并报完 @王岚", "费用一并报完 @王岚 @李慧")),
    Mutation("stale-derived-value", .init(week, "80.0%", "85.0%")),
    Mutation(
      "sum-mismatch",
      .init("华东区/陈昊/2026-Q2.md", "<!-- planlint-disable-next-line sum-mismatch -- 留5次机动，给验收期客户临时叫人用，不排到月份 -->\n", "")),
    Mutation("swallowed-line", .init(month, "- 应收账款：200万元\n", "- 应收账款：200万元\n依据：在手合同\n")),
    Mutation("target-became-heading", .append("\n## 说明\n\n毛利率：30%\n---\n")),
    Mutation("target-without-action", .init(day, "- 回款：5万元\n", "- 回款：5万元\n- 培训：2次\n")),
    Mutation("target-without-period", .init("目标.md", "", "# 远航销售目标\n\n## 目标\n\n- 签约额：5万元\n")),
    Mutation("text-looks-like-heading", .init(month, "## 困境与障碍", "##困境与障碍")),
    Mutation("text-looks-like-list", .append("\n## 说明\n\n1、样机\n2、标书\n")),
    Mutation("unclosed-emphasis", .init(month, "依据：上旬有清明", "**依据：**上旬有清明")),
    Mutation(
      "undecomposed-target",
      .init(quarter, "- 应收账款：200万元\n", "- 应收账款：200万元\n- 培训：3次\n"),
      .init(quarter, "登记新客户", "登记新客户，培训老师")),
    Mutation("unit-mismatch", .target("- 培训：2万元")),
    Mutation("unknown-dimension", .init(quarter, "| 钱源职业技术学院 | 现有 | 教育 |", "| 钱源职业技术学院 | 现有 | 教育业 |")),
    Mutation("unknown-key", .init(month, "团队: 华东区", "团对: 华东区")),
    Mutation("unknown-metric", .init(month, "| 新客户（家）     |               2 |", "| 新顾户（家）     |               2 |")),
    Mutation(
      "unknown-owner",
      .init(unit, "依据：四月初客户盘点。\n", "依据：四月初客户盘点。\n\n| 姓名 | 培训（次） |\n| --- | --- |\n| 王兰 | 2 |\n")),
    Mutation(
      "unknown-suppression",
      .init(month, "## 困境与障碍", "<!-- planlint-disable-next-line sum-mismach -->\n## 困境与障碍")),
    Mutation("unowned-action", .init(unit, "费用每月对一次账 @李慧", "费用每月对一次账")),
    Mutation("unquantified-target", .target("- 客户满意度明显提升")),
    Mutation("unreadable-amount", .target("- 毛利：1.2.3万元")),
    Mutation("unreadable-file", .init("说明.md", "", String(repeating: ">", count: 1200) + " 太深\n")),
    Mutation(
      "unused-suppression",
      .init(month, "## 困境与障碍", "<!-- planlint-disable-next-line sum-mismatch -->\n## 困境与障碍")),
    Mutation("vague-deadline", .init(month, "2026-04-28（周二）", "2026-04-28左右")),
    Mutation("vague-target", .init(month, "- 新客户：3家", "- 新客户：约3家")),
    Mutation("weekday-mismatch", .init(month, "2026-04-28（周二）", "2026-04-28（周三）")),
    Mutation(
      "won-exceeds-bid",
      .init(month, "| 中标（个）       |               0 |", "| 中标（个）       |               2 |")),
    Mutation(
      "wrong-aggregation",
      .init(month, "| 合计 |              — |            3 |", "| 合计 |            206 |            3 |")),
    Mutation("wrong-arithmetic", .init(month, "- 费用：1.6万元", "- 费用：5000元 × 3 = 1.6万元")),
  ]
}
