internal import PlanSource
internal import PlanYAML

extension BookReader {
  /// Adds the book's metrics to the registry, or changes built-in ones.
  mutating func readMetrics(_ node: YAMLNode.ID, into registry: inout MetricRegistry) {
    var ratios: [(entry: Entry, parts: YAMLNode.ID)] = []
    for entry in entries(node, of: "metrics") ?? [] {
      var metric = MetricRegistry.Override(name: entry.key)
      for key in map(entry.value, of: entry.key, keys: BookKeys.metric) ?? [] {
        if key.key == "of" { ratios.append((entry, key.value)) }
        read(key, into: &metric)
      }
      if registry.target(of: metric) == nil, let id = metric.id, let near = registry.nearest(to: id) {
        // A slip in an id would make a second metric of the same name.
        if let other = registry.metric(named: near), registry.metric(named: entry.key) == other {
          refuse(
            entry.place,
            LocalText(
              zh: "没有 id 为「\(id)」的指标，是否想写「\(registry[other].id)」？",
              en: "no metric has the id `\(id)`; did you mean `\(registry[other].id)`?"))
          continue
        }
      }
      do throws(MetricRegistry.Conflict) {
        _ = try registry.apply(metric)
      } catch {
        refuse(entry.place, Self.message(error, entry.key))
      }
    }
    // Parts may be metrics that the book names further down.
    for (entry, parts) in ratios { readParts(parts, of: entry, into: &registry) }
  }

  private mutating func read(_ entry: Entry, into metric: inout MetricRegistry.Override) {
    switch entry.key {
    case "id": metric.id = text(entry.value, of: "id")
    case "aliases": metric.aliases = texts(entry.value, of: "aliases")
    case "unit": metric.unit = choice(entry.value, of: "unit")
    case "kind":
      metric.kind = choice(
        entry.value, of: "kind",
        [("flow", .flow), ("stock", .stock), ("ratio", .ratio(nil)), ("probability", MetricKind.probability)])
    case "better": metric.better = choice(entry.value, of: "better", [("high", .high), ("low", Metric.Direction.low)])
    case "measure-words": metric.measureWords = texts(entry.value, of: entry.key)
    default: return
    }
  }

  private mutating func readParts(_ node: YAMLNode.ID, of entry: Entry, into registry: inout MetricRegistry) {
    let items = document.items(of: node)
    guard items.count == 2 else {
      return refuse(node, "of", LocalText(zh: "[分子, 分母] 两个指标", en: "two metrics: [numerator, denominator]"))
    }
    let found = items.map { metric($0, of: "of", registry) }
    guard let numerator = found[0], let denominator = found[1] else { return }
    guard let ratio = registry.metric(named: entry.key), case .ratio = registry[ratio].kind else {
      return refuse(
        node, "of", LocalText(zh: "只用于 kind: ratio 的指标", en: "parts only for a metric of `kind: ratio`"))
    }
    registry.setParts(.init(numerator: numerator, denominator: denominator), of: ratio)
  }

  /// A metric named by id, name or alias.
  mutating func metric(_ node: YAMLNode.ID, of key: String, _ registry: MetricRegistry) -> MetricID? {
    let name = document.text(node) ?? ""
    if let metric = registry.metric(named: name) { return metric }
    refuse(node, key, LocalText(zh: "已知的指标", en: "a known metric"), nearest: registry.nearest(to: name))
    return nil
  }

  private static func message(_ conflict: MetricRegistry.Conflict, _ name: String) -> LocalText {
    switch conflict {
    case .takenWord(let word, let other):
      LocalText(zh: "「\(word)」已是指标「\(other)」的名称", en: "`\(word)` names the metric `\(other)` already")
    case .newMetricWithoutUnit:
      LocalText(
        zh: "「\(name)」是新指标，请写 unit: money、count、percent、days 或 hours",
        en: "`\(name)` is a new metric; say `unit: money`, `count`, `percent`, `days` or `hours`")
    case .newMetricWithoutKind:
      LocalText(
        zh: "「\(name)」是新指标，请写 kind: flow、stock、ratio 或 probability",
        en: "`\(name)` is a new metric; say `kind: flow`, `stock`, `ratio` or `probability`")
    }
  }
}
