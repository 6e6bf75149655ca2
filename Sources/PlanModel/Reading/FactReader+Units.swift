import PlanSource
import PlanSyntax

/// Turns written quantities into facts in base units.
extension FactReader {
  /// The fact of a quantity in its context; `nil` where the number leaves the range.
  func fact(
    _ quantity: Quantity, _ range: Range<Int>, _ context: ReadingContext, _ carrier: Carrier,
    metricName: String? = nil, standing: Standing = .statement, probability: ExactDecimal? = nil
  ) -> Fact? {
    guard let (value, upper, read, magnitude) = baseUnits(quantity, context) else { return nil }
    // A bare number in running text counts the words behind it; in a column without a metric nobody can tell.
    let isUntold = context.metric == nil && quantity.unit == .none && read == .count && !carrier.isRunningText
    let unit = isUntold && context.unit == nil ? .unknown : read
    var form = FactForm.amount
    var every: PeriodLevel?
    switch quantity.form {
    case .amount: break
    case .range: form = .range
    case .delta: form = .delta
    case .multiple: form = .multiple
    case .rate(let level):
      form = .rate
      every = level
    }
    var extras: Fact.Extras?
    let ownerName = context.owner == nil ? context.ownerName : nil
    let periodWords = context.period == nil ? context.periodWords : nil
    if ownerName != nil || metricName != nil || periodWords != nil || upper != nil || probability != nil || every != nil
      || context.toDate != nil
    {
      extras = Fact.Extras(
        ownerName: ownerName, metricName: metricName, periodWords: periodWords, upper: upper, probability: probability,
        every: every,
        toDate: context.toDate)
    }
    let period: FactPeriod =
      context.period.map { .known($0) } ?? (periodWords == nil ? .missing : .words)
    return Fact(
      range: sourceRange(range), owner: context.owner, metric: context.metric, period: period,
      dimensions: dimensions.set(context.dimensions),
      layer: context.layer ?? defaultLayer(context), tier: context.tier ?? .target, form: form, standing: standing,
      carrier: carrier, comparator: quantity.comparator, isApproximate: quantity.isApproximate,
      isToDate: context.isToDate, value: value, unit: unit,
      precision: Int8(clamping: Int(quantity.precision) + Int(magnitude)), extras: extras)
  }

  private func defaultLayer(_ context: ReadingContext) -> Layer {
    if let metric = context.metric, case .probability = book.registry[metric].kind { return .forecast }
    switch context.section {
    case .review: return .actual
    case .forecast, .customers: return .forecast
    default: return .target
    }
  }

  /// Value and upper end in base units, the unit, and the power of ten that the header added.
  func baseUnits(
    _ quantity: Quantity, _ context: ReadingContext
  ) -> (ExactDecimal, ExactDecimal?, FactUnit, Int8)? {
    var unit = quantity.unit
    var magnitude: Int8 = 0
    if unit == .none, let header = context.unit, isApplicable(header.unit, context) {
      unit = header.unit
      if quantity.magnitude == 0 { magnitude = header.magnitude }
    }
    var upper: ExactDecimal?
    if case .range(let written) = quantity.form {
      guard let scaled = written.scaled(byPowerOfTen: Int(magnitude)) else { return nil }
      upper = scaled
    }
    guard let value = quantity.value.scaled(byPowerOfTen: Int(magnitude)) else { return nil }
    switch unit {
    case .money(let currency): return (value, upper, .money(currency ?? yuanOrYen), magnitude)
    case .count: return (value, upper, .count, magnitude)
    case .percent: return (value, upper, .percent, magnitude)
    case .points: return (value, upper, .points, magnitude)
    case .days: return (value, upper, .days, magnitude)
    case .hours: return (value, upper, .hours, magnitude)
    case .weeks: return times(7, value, upper, .days, magnitude)
    case .months: return times(30, value, upper, .days, magnitude)
    case .minutes:
      return value.divided(by: ExactDecimal(60), digits: 6).map { ($0, upper, .hours, magnitude) }
    case .none: return (value, upper, unitOfMetric(quantity, context), magnitude)
    }
  }

  /// What amounts without a currency are in: the plan says so, else the book.
  private var currency: Currency { tree.frontMatter?.currency?.value ?? book.currency }

  private var yuanOrYen: Currency { currency == .jpy ? .jpy : currency == .cny ? .cny : book.yuanOrYen }

  private func times(
    _ factor: Int, _ value: ExactDecimal, _ upper: ExactDecimal?, _ unit: FactUnit, _ magnitude: Int8
  ) -> (ExactDecimal, ExactDecimal?, FactUnit, Int8)? {
    guard let product = value.multiplied(by: ExactDecimal(factor)) else { return nil }
    return (product, upper.flatMap { $0.multiplied(by: ExactDecimal(factor)) }, unit, magnitude)
  }

  /// A caption in 万元 says nothing about the counts in the same table.
  private func isApplicable(_ unit: WrittenUnit, _ context: ReadingContext) -> Bool {
    guard let metric = context.metric else { return true }
    return unit == .none || fits(unit, metric)
  }

  /// What a bare number counts: the metric says so, and 万 without 元 is money for a money metric only.
  private func unitOfMetric(_ quantity: Quantity, _ context: ReadingContext) -> FactUnit {
    switch quantity.form {
    case .delta where context.metric == nil && quantity.magnitude == 0: return .count
    case .multiple, .delta: return .unknown
    case .amount, .range, .rate: break
    }
    guard let metric = context.metric else { return quantity.magnitude == 0 ? .count : .unknown }
    switch book.registry[metric].unit {
    case .money: return quantity.magnitude > 0 || quantity.value.isZero ? .money(currency) : .unknown
    case .count: return .count
    case .percent: return .percent
    case .days: return .days
    case .hours: return .hours
    }
  }
}

extension Carrier {
  fileprivate var isRunningText: Bool {
    switch self {
    case .list, .prose, .actionItem, .condition: true
    case .table, .matrix, .organizationTable, .tenDayTable, .weekdayTable, .review, .customerTable, .csv: false
    }
  }
}
