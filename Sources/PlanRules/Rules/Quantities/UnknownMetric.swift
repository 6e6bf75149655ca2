import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unknownMetric = Rule(
    id: "unknown-metric",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "指标不在指标表里", en: "A metric that the registry does not know"),
    why: LocalText(
      zh: "不认识的指标不进入汇总，也不知道它该相加还是取最后一个值。写错的改过来；自定义的写进 planbook.yml。",
      en: """
        A metric that is not known is in no total, and nobody can tell whether its numbers add up. Mend a slip of the pen, \
        or define the metric in planbook.yml.
        """),
    exceptions: LocalText(
      zh: "条目的标签只有像是写错的才报；同一个名字在一个文件里只报一次。",
      en: "Labels of items are reported only when they look like a slip; a name is reported once a file."),
    examples: [
      .bad(
        LocalText(zh: "写错了一个字", en: "a slip of the pen"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 季度目标

        | 指标 | 1月 | 2月 | 3月 |
        |---|---|---|---|
        | 拜访量 | 30 | 30 | 40 |
        | ⟦签越额⟧（万元） | 50 | 60 | 70 |
        """,
        says: "不认识的指标「签越额」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - ⟦Bokings⟧: $300,000
        """,
        says: "unknown metric `Bokings`", in: .en),
      .good(
        LocalText(zh: "在 planbook.yml 里定义", en: "defined in planbook.yml"), path: "2026-Q1.md",
        planbook: """
          metrics:
            标杆案例: {id: reference-cases, unit: count, kind: flow}
          """,
        """
        # 王芳 2026年第一季度计划

        ## 季度目标

        | 指标 | 1月 | 2月 | 3月 |
        |---|---|---|---|
        | 标杆案例 | 1 | 1 | 2 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    check: .plan { file, context, findings in
      var seen: Set<String> = []
      let registry = context.book.registry
      for (name, range) in UnknownMetrics(file, context).find() where seen.insert(name).inserted {
        let nearest = registry.nearest(to: name)
        let place = SourceRange(file: file.id, range)
        findings.add(
          .unknownMetric(name, nearest), at: place,
          help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") }
            ?? LocalText(zh: "在 planbook.yml 的 metrics 里定义它", en: "define it under `metrics` in planbook.yml"),
          fixes: nearest.map {
            [Fix(title: LocalText(zh: "改为「\($0)」", en: "write `\($0)`"), safety: .unsafe, edits: [Edit(place, $0)])]
          } ?? [])
      }
    })
}

/// Names of metrics that are not known: rows of metric tables, and labels of target items that look like a slip.
private struct UnknownMetrics {
  private let file: PlanFile
  private let context: RuleContext

  init(_ file: PlanFile, _ context: RuleContext) {
    self.file = file
    self.context = context
  }

  func find() -> [(name: String, range: Range<Int>)] {
    let rows = file.namings.filter { $0.kind == .metric }.map { $0.range.bytes.lowerBound..<endOfName($0.range.bytes) }
    return (rows + labels()).filter { !$0.isEmpty }.map { (file.source.text($0), $0) }
  }

  /// A unit in brackets is not part of the name.
  private func endOfName(_ range: Range<Int>) -> Int {
    let bytes = file.source.bytes
    for at in range.dropFirst() where bytes[at] == UInt8(ascii: "(") || bytes[at...].starts(with: [0xEF, 0xBC, 0x88]) {
      var end = at
      while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return end
    }
    return range.upperBound
  }

  private func labels() -> [Range<Int>] {
    let facts = file.facts
    guard facts.indices.contains(where: { facts[$0].metric == nil && facts[$0].extras?.metricName != nil }) else {
      return []
    }
    let places = TargetPlaces(file, context.marks)
    return file.tree.elements.compactMap { element in
      guard element.kind == .item || element.kind == .looseItem, places.isInTargets(element),
        element.phrase.label.count == 1, let index = element.phrase.label.first,
        element.phrase.body.contains(where: { file.tree.tokens[$0].kind == .quantity })
      else { return nil }
      let token = file.tree.tokens[index]
      return token.kind == .text && isSlip(file.source.text(token.range)) ? token.range : nil
    }
  }

  /// Labels are anything; only a long word that begins like the metric it resembles is taken for a slip.
  private func isSlip(_ name: String) -> Bool {
    let registry = context.book.registry
    guard let nearest = registry.nearest(to: name), name.count > (name.utf8.count == name.count ? 5 : 2) else {
      return false
    }
    return name.lowercased().first == nearest.lowercased().first
  }
}

extension Message {
  fileprivate static func unknownMetric(_ name: String, _ nearest: String?) -> Message {
    Message(
      zh: "不认识的指标「\(name)」", en: "unknown metric `\(name)`", .init("name", .text(name)),
      .init("nearest", .text(nearest ?? "")))
  }
}
