internal import PlanSource
internal import PlanSyntax

/// Every metric that a book knows, with all words that name it.
package struct MetricRegistry: Sendable {
  /// Why `planbook.yml` cannot add or change a metric as it says.
  package enum Conflict: Error, Hashable, Sendable {
    /// The word already names another metric of the book.
    case takenWord(String, by: String)
    case newMetricWithoutUnit
    case newMetricWithoutKind
  }

  package private(set) var metrics: [Metric]
  private var ids: [String: MetricID] = [:]
  private var words: [FoldedName: MetricID] = [:]
  /// Every word as it is written, for suggestions.
  private var spellings: [String] = []

  /// No metric at all.
  package init() { metrics = [] }

  /// The metrics of `Data/metrics.txt`.
  package static func builtIn() -> MetricRegistry { builtInRegistry }

  private static let builtInRegistry = MetricRegistry(rows: DataTable.rows(metricsData, columns: 9))

  package subscript(_ id: MetricID) -> Metric { metrics[Int(id.index)] }

  package func metric(id: String) -> MetricID? { ids[id] }

  /// The metric of an id, name or alias; case, width and blanks do not matter.
  package func metric(named name: some StringProtocol) -> MetricID? { words[FoldedName(name)] }

  /// The known word that was probably meant.
  package func nearest(to name: String) -> String? {
    NearestWord.nearest(to: name, in: spellings)
  }

  /// Every word that names a metric, in the order of the metrics: id, names, aliases. A word that the book gave to
  /// another metric is left out where it was before.
  package func allNames() -> [(word: String, metric: MetricID)] {
    var all: [(word: String, metric: MetricID)] = []
    for (index, metric) in metrics.enumerated() {
      let id = MetricID(index)
      for word in Self.words(of: metric) where words[FoldedName(word)] == id {
        all.append((word, id))
      }
    }
    return all
  }

  private static func words(of metric: Metric) -> [String] {
    var words: [String] = []
    for word in [metric.id, metric.bookName ?? "", metric.names.zh, metric.names.en] + metric.aliases
    where !word.isEmpty && !words.contains(word) {
      words.append(word)
    }
    return words
  }
}

extension MetricRegistry {
  /// What `planbook.yml` says about one metric; `nil` where it says nothing.
  package struct Override: Sendable {
    package var name: String
    package var id: String?
    package var aliases: [String] = []
    package var unit: MetricUnit?
    package var kind: MetricKind?
    package var better: Metric.Direction?
    package var measureWords: [String]?

    package init(name: String) { self.name = name }
  }

  /// The metric that an override of this name and id would change; `nil` when it would add one.
  package func target(of override: Override) -> MetricID? {
    override.id.map { metric(id: $0) } ?? metric(named: override.name)
  }

  /// Changes a metric, or adds one, as the book says. The book's words win over built-in ones.
  package mutating func apply(_ override: Override) throws(Conflict) -> MetricID {
    let known = target(of: override)
    for word in [override.name] + override.aliases {
      if let owner = words[FoldedName(word)], owner != known, let name = self[owner].bookName {
        throw .takenWord(word, by: name)
      }
    }
    let id = if let known { known } else { try add(override) }
    var metric = self[id]
    metric.bookName = override.name
    metric.aliases += override.aliases.filter { !metric.aliases.contains($0) }
    metric.unit = override.unit ?? metric.unit
    metric.kind = override.kind ?? metric.kind
    metric.better = override.better ?? metric.better
    metric.measureWords = override.measureWords ?? metric.measureWords
    metrics[Int(id.index)] = metric
    for word in [override.name] + override.aliases { words[FoldedName(word)] = id }
    spellings += [override.name] + override.aliases
    return id
  }

  /// Says what a ratio is recomputed from.
  package mutating func setParts(_ parts: MetricKind.Parts, of ratio: MetricID) {
    metrics[Int(ratio.index)].kind = .ratio(parts)
  }

  private mutating func add(_ override: Override) throws(Conflict) -> MetricID {
    guard let kind = override.kind else { throw .newMetricWithoutKind }
    let unit: MetricUnit
    switch (override.unit, kind) {
    case (let stated?, _): unit = stated
    case (nil, .ratio), (nil, .probability): unit = .percent
    default: throw .newMetricWithoutUnit
    }
    return add(
      Metric(
        id: override.id ?? override.name, names: LocalText(zh: override.name, en: override.name), unit: unit, kind: kind
      ))
  }

  private mutating func add(_ metric: Metric) -> MetricID {
    let id = MetricID(metrics.count)
    metrics.append(metric)
    ids[metric.id] = id
    for word in Self.words(of: metric) where words[FoldedName(word)] == nil {
      words[FoldedName(word)] = id
      spellings.append(word)
    }
    return id
  }
}

extension MetricRegistry {
  private init(rows: [[String]]) {
    metrics = []
    for row in rows {
      _ = add(
        Metric(
          id: row[0], names: LocalText(zh: row[1], en: row[2]), aliases: DataTable.items(row[8]),
          unit: MetricUnit(rawValue: row[3]) ?? .count, kind: Self.kind(row[4]),
          better: Metric.Direction(rawValue: row[5]) ?? .high, measureWords: DataTable.items(row[7])))
    }
    // Parts may stand below the ratios made of them.
    for (index, row) in rows.enumerated() {
      let parts = row[6].split(separator: "/").map { $0.filter { $0 != " " } }
      guard parts.count == 2, let numerator = ids[parts[0]], let denominator = ids[parts[1]] else { continue }
      metrics[index].kind = .ratio(.init(numerator: numerator, denominator: denominator))
    }
  }

  private static func kind(_ word: String) -> MetricKind {
    switch word {
    case "stock": .stock
    case "ratio": .ratio(nil)
    case "probability": .probability
    default: .flow
    }
  }
}
