import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let deadlineOutsidePeriod = Rule(
    id: "deadline-outside-period",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "完成时间不在计划期间内", en: "A due date outside the plan's period"),
    why: LocalText(
      zh: "三月计划里四月才完成的行动帮不了三月的目标，多半是抄来的旧日期。改日期，或把行动移到它所属的计划。",
      en: """
        An action of a March plan that is due in April cannot help March; mostly the date is left from a copied file. Mend \
        the date, or move the action to the plan it belongs to.
        """),
    exceptions: LocalText(
      zh: "结转事项、明日计划和战略文件不检查；只写到月或季度的时间按其最后一天算。",
      en: """
        Carried-over items, plans for the next day and strategies are not checked. A date that only names a month or quarter \
        counts as its last day.
        """),
    examples: [
      .good(
        LocalText(zh: "期间内，以及结转的事项", en: "inside the period, and a carried-over item"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-31
        - [ ] 完成投标文件 @王芳 截止 3月底

        ## 结转

        - [ ] 收齐验收单 @王芳 截止 2026-02-27
        """),
      .bad(
        LocalText(zh: "晚于期末，早于期初", en: "after the end, before the start"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 ⟦2026-04-02⟧
        - [x] 完成投标文件 @王芳 截止 ⟦2月27日⟧
        """,
        says: "完成时间 2026年4月2日 晚于计划期末（2026年3月31日）", "完成时间 2026年2月27日 早于计划期初（2026年3月1日）"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by ⟦2026-04-15⟧
        """,
        says: "due 2026-04-15, after the plan's last day (2026-03-31)", in: .en),
    ],
    check: .file { file, context, findings in
      guard let scope = file.scope.period, file.scope.kind?.value != .strategy,
        !file.scope.contradictions.contains(where: { $0.aspect == .period })
      else { return }
      let wording = PeriodWording(context.book.fiscal)
      for action in file.actions where !action.isCarriedOver && !file.isForNextDay(action) {
        guard let due = action.due, !due.isInherited, let period = due.period else { continue }
        let isLate = period.end > scope.value.end
        guard isLate || period.end < scope.value.start else { continue }
        let place = scope.source.range.map {
          [Diagnostic.Related(SourceRange(file: file.id, $0.bytes), wording.planPeriod(scope.value))]
        }
        findings.add(
          isLate ? .tooLate(period.end, scope.value.end, wording) : .tooEarly(period.end, scope.value.start, wording),
          at: due.range, label: LocalText(zh: "完成时间", en: "due"), related: place ?? [],
          help: LocalText(
            zh: "改为\(wording.text(scope.value).zh)以内的日期，或把这项行动移到它所属期间的计划",
            en: "choose a day in \(wording.text(scope.value).en), or move the action to the plan of its period"))
      }
    })
}

extension PlanFile {
  /// Whether an action stands in the plan for the day after.
  fileprivate func isForNextDay(_ action: Action) -> Bool {
    contexts.indices.contains(Int(action.section)) && contexts[Int(action.section)].section == .nextDay
  }
}

extension PeriodWording {
  fileprivate func planPeriod(_ period: Period) -> LocalText {
    LocalText(zh: "计划期间：\(text(period).zh)", en: "the plan's period: \(text(period).en)")
  }
}

extension Message {
  fileprivate static func tooLate(_ due: Day, _ end: Day, _ wording: PeriodWording) -> Message {
    let (first, last) = (wording.text(.day(due)), wording.text(.day(end)))
    return Message(
      zh: "完成时间 \(first.zh) 晚于计划期末（\(last.zh)）", en: "due \(first.en), after the plan's last day (\(last.en))",
      Argument("due", .text(due.description)), Argument("end", .text(end.description)))
  }

  fileprivate static func tooEarly(_ due: Day, _ start: Day, _ wording: PeriodWording) -> Message {
    let (first, last) = (wording.text(.day(due)), wording.text(.day(start)))
    return Message(
      zh: "完成时间 \(first.zh) 早于计划期初（\(last.zh)）", en: "due \(first.en), before the plan's first day (\(last.en))",
      Argument("due", .text(due.description)), Argument("start", .text(start.description)))
  }
}
