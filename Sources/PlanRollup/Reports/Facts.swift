package import PlanModel
import PlanSource
import PlanSyntax

extension Report {
  /// Every number that plans state, one a row.
  package static let facts = Report(
    id: "facts",
    summary: LocalText(zh: "每一个写下的数字", en: "Every number that plans state"),
    why: LocalText(
      zh: "汇总里的每个数字都由这些事实相加而来；在这里可以看到它们写在哪里。",
      en: "Every total is made of these; here is where each of them stands."),
    options: [.metric, .period, .layer, .where],
    examples: ["plancompile facts --format ndjson", "plancompile facts --metric 签约额 --where owner=王岚"],
    build: { book, options throws(ReportProblem) in FactTable(book, options).table() })

  /// The facts that the options ask for, by index in `FactStore.facts`, in report order.
  package static func selectedFacts(_ book: PlanBook, _ options: ReportOptions) -> [Int] {
    let choice = ReportChoice(book, options)
    let owners = options.owners.isEmpty ? nil : Set(choice.owners(under: options.owners, depth: nil).map(\.0))
    return book.store.facts.indices.filter { index in
      let fact = book.store.facts[index]
      if let owners, !(fact.owner.map { owners.contains($0) } ?? false) { return false }
      if !options.metrics.isEmpty, !(fact.metric.map { options.metrics.contains($0) } ?? false) { return false }
      if !options.layers.isEmpty, !options.layers.contains(fact.layer) { return false }
      if !options.tiers.isEmpty, !options.tiers.contains(fact.tier) { return false }
      if !options.periods.isEmpty {
        guard let period = fact.period.known, options.periods.contains(where: { $0.contains(period) }) else {
          return false
        }
      }
      let values = options.dimensions.isEmpty ? [] : book.dimensions[fact.dimensions]
      return options.dimensions.allSatisfy { values.contains($0) }
    }
  }
}

private struct FactTable {
  let figures: ReportFigures
  let options: ReportOptions

  init(_ book: PlanBook, _ options: ReportOptions) {
    figures = ReportFigures(book: book)
    self.options = options
  }

  func table() -> ReportTable {
    ReportTable(
      id: "facts", title: LocalText(zh: "事实", en: "Facts"),
      columns: [
        .init("place", LocalText(zh: "位置", en: "place"), .key),
        .init("owner", LocalText(zh: "负责人", en: "owner"), .key),
        .init("metric", LocalText(zh: "指标", en: "metric"), .key),
        .init("layer", LocalText(zh: "层", en: "layer"), .key),
        .init("tier", LocalText(zh: "档", en: "tier"), .key),
        .init("period", LocalText(zh: "期间", en: "period"), .key),
        .init("dimension", LocalText(zh: "维度", en: "dimension"), .key),
        .init("value", LocalText(zh: "数值", en: "value"), .measure),
        .init("text", LocalText(zh: "原文", en: "text"), .remark),
      ],
      rows: Report.selectedFacts(figures.book, options).map { row(figures.book.store.facts[$0]) })
  }

  private func row(_ fact: Fact) -> ReportTable.Row {
    let period: ReportTable.Value =
      switch fact.period {
      case .known(let period): .period(period)
      case .words: .name(fact.extras?.periodWords ?? "")
      case .missing: .none
      }
    let owner = fact.owner.map { figures.name($0) } ?? .init(fact.extras?.ownerName.map { .name($0) } ?? .none)
    let metric = fact.metric.map { figures.name($0) } ?? .init(fact.extras?.metricName.map { .name($0) } ?? .none)
    return ReportTable.Row(cells: [
      .init(.place(fact.range)), owner, metric, .init(.text(ReportWords.text(fact.layer))),
      .init(.text(ReportWords.text(fact.tier))), .init(period), figures.values(fact.dimensions),
      .init(figures.value(of: fact), sources: [fact.range]), .init(.name(figures.book.text(of: fact.range))),
    ])
  }
}

extension ReportFigures {
  func value(of fact: Fact) -> ReportTable.Value {
    switch fact.unit {
    case .money(let currency): .money(fact.value, currency)
    case .count: .count(fact.value)
    case .percent: .percent(fact.value, parts: nil)
    case .days: .days(fact.value)
    case .points, .hours, .unknown: .plain(fact.value)
    }
  }
}
