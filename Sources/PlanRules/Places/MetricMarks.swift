import PlanModel
import PlanSyntax

/// What rules ask of metrics, worked out once: a whole metric is too much to look at for every fact.
struct MetricMarks: Sendable {
  private let units: [MetricUnit]
  private let probabilities: [Bool]
  let bids: MetricID?
  let bidsWon: MetricID?
  /// How many doublings apart numbers of a metric may be one slip of a magnitude.
  let wide: Int

  init(_ registry: MetricRegistry, _ limits: BookLimits) {
    units = registry.metrics.map(\.unit)
    probabilities = registry.metrics.map { if case .probability = $0.kind { true } else { false } }
    bids = registry.metric(id: "bids")
    bidsWon = registry.metric(id: "bids-won")
    // Sizes are rounded, so two doublings less than the limit are looked at.
    let limit = limits["implausible-scale"].roughSize
    wide = max(0, Int(limit) - 2)
  }

  var count: Int { units.count }

  /// Whether a number in a unit can count a metric; shares and changes are written in percent whatever is counted.
  func fits(_ unit: FactUnit, _ metric: MetricID) -> Bool {
    switch (unit, units[Int(metric.index)]) {
    case (.unknown, _), (.percent, _), (.points, _): true
    case (.money, .money), (.count, .count), (.days, .days), (.hours, .hours), (.days, .hours): true
    default: false
    }
  }

  func isProbability(_ metric: MetricID) -> Bool { probabilities[Int(metric.index)] }

  func isOddProbability(_ value: ExactDecimal, _ metric: MetricID) -> Bool {
    probabilities[Int(metric.index)] && (value.isNegative || value > ExactDecimal(100))
  }
}

/// The smallest and largest numbers of each metric, roughly: as powers of two.
struct MetricSizes {
  private var smallest: [Int16]
  private var largest: [Int16]

  init(count: Int) {
    smallest = Array(repeating: Int16.max, count: count)
    largest = Array(repeating: Int16.min, count: count)
  }

  mutating func take(_ value: ExactDecimal, _ metric: MetricID) {
    // Zero is as small as anything, yet no slip of a magnitude.
    guard !value.isZero else { return }
    let size = value.roughSize
    let index = Int(metric.index)
    if size < smallest[index] { smallest[index] = size }
    if size > largest[index] { largest[index] = size }
  }

  /// Whether any metric has numbers that are this many doublings apart.
  func isWide(_ limit: Int) -> Bool {
    for index in smallest.indices where largest[index] > Int16.min {
      if Int(largest[index]) - Int(smallest[index]) >= limit { return true }
    }
    return false
  }
}

extension ExactDecimal {
  /// The binary logarithm of its size, rounded down twice.
  fileprivate var roughSize: Int16 {
    let digits = 127 - coefficient.magnitude.leadingZeroBitCount
    return Int16(truncatingIfNeeded: digits - Int(scale) * 10 / 3)
  }
}
