import PlanModel
import PlanSource
import PlanSyntax

/// What is wrong with a written total of a metric that does not add up that way; `nil` when nothing is, or it cannot be told.
struct NotAggregable {
  let isStock: Bool
  /// The last value, or the ratio of the parts' sums.
  let right: ExactDecimal?
  let unit: FactUnit
  let stated: ExactDecimal

  init?(_ assertion: Assertion, _ inputs: [Fact], _ file: PlanFile, _ registry: MetricRegistry) {
    guard let metric = assertion.metric, let last = inputs.last else { return nil }
    unit = assertion.unit
    stated = assertion.stated
    switch registry[metric].kind {
    case .flow: return nil
    case .stock:
      isStock = true
      right = last.value
    case .ratio, .probability:
      isStock = false
      let parts = Self.fromParts(assertion, inputs, file, registry[metric])
      right = parts
      let sum = inputs.reduce(ExactDecimal.zero) { $0.adding($1.value) ?? $0 }
      let mean = sum.divided(by: ExactDecimal(inputs.count), digits: assertion.digits)
      guard stated == mean || stated == sum, stated != parts, inputs.contains(where: { $0.value != last.value }) else {
        return nil
      }
    }
  }

  /// The ratio of the sums, where both parts of every row are written.
  private static func fromParts(
    _ assertion: Assertion, _ inputs: [Fact], _ file: PlanFile, _ metric: Metric
  ) -> ExactDecimal? {
    guard case .ratio(let parts?) = metric.kind else { return nil }
    var numerator = ExactDecimal.zero
    var denominator = ExactDecimal.zero
    for input in inputs {
      guard let upper = file.value(of: parts.numerator, beside: input),
        let lower = file.value(of: parts.denominator, beside: input), let above = numerator.adding(upper),
        let below = denominator.adding(lower)
      else { return nil }
      (numerator, denominator) = (above, below)
    }
    return AssertionCheck.percent(numerator, of: denominator, digits: assertion.digits)
  }
}

extension PlanFile {
  fileprivate func value(of metric: MetricID, beside fact: Fact) -> ExactDecimal? {
    facts.first {
      $0.metric == metric && $0.owner == fact.owner && $0.hasPeriod(of: fact) && $0.dimensions == fact.dimensions
        && $0.layer == fact.layer && $0.tier == fact.tier && $0.form == .amount
    }?.value
  }
}
