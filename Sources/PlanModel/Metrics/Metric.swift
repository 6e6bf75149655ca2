package import PlanSource

/// What a metric is counted in.
package enum MetricUnit: String, Sendable, CaseIterable {
  case money
  case count
  case percent
  case days
  case hours
}

/// How numbers of one metric come together over time and people.
package enum MetricKind: Hashable, Sendable {
  /// The numerator and denominator that a ratio is recomputed from.
  package struct Parts: Hashable, Sendable {
    package let numerator: MetricID
    package let denominator: MetricID

    package init(numerator: MetricID, denominator: MetricID) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The sum over both.
  case flow
  /// The last value over time, the sum over people.
  case stock
  /// Σ numerator / Σ denominator; without parts it is not aggregable.
  case ratio(Parts?)
  /// Never aggregated by itself.
  case probability
}

/// Something that plans state numbers of.
package struct Metric: Sendable {
  package enum Direction: String, Sendable { case high, low }

  /// Permanent, in ASCII for the built-in ones.
  package let id: String
  package var names: LocalText
  package var aliases: [String]
  package var unit: MetricUnit
  package var kind: MetricKind
  /// Which direction is better.
  package var better: Direction
  /// What may stand behind a count (家, 次); empty where anything may.
  package var measureWords: [String]
  /// The name in `planbook.yml`; it is shown instead of `names`.
  package var bookName: String?

  package init(
    id: String, names: LocalText, aliases: [String] = [], unit: MetricUnit, kind: MetricKind,
    better: Direction = .high, measureWords: [String] = [], bookName: String? = nil
  ) {
    self.id = id
    self.names = names
    self.aliases = aliases
    self.unit = unit
    self.kind = kind
    self.better = better
    self.measureWords = measureWords
    self.bookName = bookName
  }

  /// The name that people see.
  package func name(_ language: Language) -> String { bookName ?? names[language] }

  /// Whether numbers of different owners or periods can be brought together at all.
  package var isAggregable: Bool {
    switch kind {
    case .flow, .stock: true
    case .ratio(let parts): parts != nil
    case .probability: false
    }
  }
}
