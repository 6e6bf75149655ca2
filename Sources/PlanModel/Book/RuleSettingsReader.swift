internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookReader {
  private static let levels: [(String, RuleSettings.Level)] =
    [("off", .off)] + Severity.allCases.map { ($0.rawValue, .on($0)) }

  /// Which rules speak, how loudly, and where.
  mutating func rules(_ node: YAMLNode.ID) -> RuleSettings {
    var rules = RuleSettings()
    for entry in map(node, of: "rules", keys: BookKeys.rules) ?? [] {
      guard !document[entry.value].isNull else { continue }
      switch entry.key {
      case "profile":
        notePlace(of: "rules.profile", entry.place)
        rules.profile = choice(entry.value, of: "profile") ?? .method
      case "severity": rules.severity = severities(entry.value)
      case "limits":
        rules.limits = limits(entry.value) { reader, key in reader.notePlace(of: "rules.limits.\(key.key)", key.place) }
      default: rules.paths = paths(entry.value)
      }
    }
    return rules
  }

  private mutating func severities(_ node: YAMLNode.ID) -> [RuleSettings.Override] {
    (entries(node, of: "severity") ?? []).compactMap { entry in
      choice(entry.value, of: entry.key, Self.levels).map {
        RuleSettings.Override(rule: RuleID(entry.key), level: $0, place: entry.place)
      }
    }
  }

  private mutating func paths(_ node: YAMLNode.ID) -> [RuleSettings.ForPaths] {
    (entries(node, of: "paths") ?? []).compactMap { entry in
      let glob = BookSettings.Placed(text: entry.key, place: entry.place)
      guard isInside(glob, of: "paths") else { return nil }
      var settings = RuleSettings.ForPaths(glob: glob, limits: BookLimits())
      for key in map(entry.value, of: entry.key, keys: BookKeys.forPaths) ?? [] {
        if key.key == "severity" {
          settings.severity = severities(key.value)
        } else {
          settings.limits = limits(key.value)
        }
      }
      return settings
    }
  }

  private mutating func limits(
    _ node: YAMLNode.ID, note: (inout BookReader, Entry) -> Void = { _, _ in }
  ) -> BookLimits {
    var limits = BookLimits()
    for entry in map(node, of: "limits", keys: BookLimits.definitions.map(\.name)) ?? [] {
      guard let definition = BookLimits.definitions.first(where: { $0.name == entry.key }) else { continue }
      note(&self, entry)
      if let value = limit(entry.value, definition) { limits.set(entry.key, value) }
    }
    return limits
  }

  private mutating func limit(_ node: YAMLNode.ID, _ definition: BookLimits.Definition) -> ExactDecimal? {
    switch definition.unit {
    case .percent: percent(node, of: definition.name)
    case .count, .workdays: whole(node, of: definition.name, in: 0...1_000_000).map { ExactDecimal($0) }
    case .times: positiveNumber(node, of: definition.name)
    case .amount:
      value(node, of: definition.name, LocalText(zh: "不小于 0 的数", en: "a number of at least 0")) {
        ExactDecimal(plain: $0).flatMap { $0.isNegative ? nil : $0 }
      }
    }
  }
}
