internal import PlanModel
internal import PlanSource
internal import PlanSyntax

extension FactFormat {
  /// One fact a line; each axis that any fact is restricted on has a column of its own.
  package static let csv = csv(hasByteOrderMark: false)

  /// The same with a byte order mark, without which Excel does not see UTF-8.
  package static let csvForExcel = csv(hasByteOrderMark: true)

  private static func csv(hasByteOrderMark: Bool) -> FactFormat {
    FactFormat(
      id: "csv", summary: LocalText(zh: "每行一个事实的 CSV，金额用元", en: "CSV with one fact a line, in base units")
    ) { facts, output in
      var writer = CSVWriter(output, hasByteOrderMark: hasByteOrderMark)
      output = OutputBuffer()
      let axes = Set(facts.flatMap(\.dimensions).map(\.axis))
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let place = ["path", "line", "column", "owner", "team", "metric_id", "metric", "layer", "tier", "period"]
      let span = ["start", "end", "every"]
      let number = ["value", "unit", "comparator", "upper", "approximate", "probability", "text"]
      writer.record((place + span + axes + number).map { .own($0) })
      for fact in facts { writer.record(fact.fields(axes: axes)) }
      output = writer.buffer
    }
  }
}

extension FactRecord {
  fileprivate func fields(axes: [String]) -> [CSVWriter.Field] {
    let place: [CSVWriter.Field] = [
      .plan(path), .own(String(self.place.line)), .own(String(self.place.column)), .plan(owner ?? ""),
      .plan(team ?? ""), .own(metric.id ?? ""), .plan(metric.name ?? ""), .own(layer.name), .own(tier.name),
      .plan(period.id ?? ""),
    ]
    let span: [CSVWriter.Field] = [
      .own(period.start?.description ?? ""), .own(period.end?.description ?? ""), .own(period.every?.name ?? ""),
    ]
    let dimensions = axes.map { axis in
      CSVWriter.Field.plan(self.dimensions.first { $0.axis == axis }?.value ?? "")
    }
    let number: [CSVWriter.Field] = [
      .own(value.description), .own(unit.name ?? ""), .own(comparator.sign), .own(upper?.description ?? ""),
      .own(isApproximate ? "true" : "false"), .own(probabilityFraction?.description ?? ""), .plan(text),
    ]
    return place + span + dimensions + number
  }
}
