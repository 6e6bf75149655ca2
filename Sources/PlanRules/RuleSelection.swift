package import PlanSource

/// Which rules run, and how much their findings weigh.
package struct RuleSelection: Sendable {
  package let rules: [Rule]
  package let profile: Rule.Profile
  private let weights: [RuleID: FindingWeight]

  /// The rules of a profile with `select` added, `ignore` taken away, and severities changed; `nil` severity switches off.
  ///
  /// Names in `select` and `ignore` may be rules, groups or profiles; an unknown one is answered as the error.
  package init(
    profile: Rule.Profile, select: [String] = [], ignore: [String] = [], severities: [RuleID: Severity?] = [:]
  ) throws(UnknownRuleName) {
    var chosen = Set(Rule.all.filter { $0.profile <= profile }.map(\.id))
    if !select.isEmpty { chosen = try Self.named(select) }
    for (id, severity) in severities where severity == nil && select.isEmpty { chosen.remove(id) }
    chosen.subtract(try Self.named(ignore))
    rules = Rule.all.filter { chosen.contains($0.id) }
    self.profile = profile
    var weights: [RuleID: FindingWeight] = [:]
    for rule in rules {
      weights[rule.id] = FindingWeight(
        usual: rule.severity, stated: severities[rule.id] ?? nil, least: profile == .strict ? .warning : .info)
    }
    self.weights = weights
  }

  /// `nil` for a rule that does not run.
  package func weight(of rule: RuleID) -> FindingWeight? { weights[rule] }

  private static func named(_ names: [String]) throws(UnknownRuleName) -> Set<RuleID> {
    var found: Set<RuleID> = []
    for name in names {
      let before = found.count
      if let profile = Rule.Profile(rawValue: name) {
        found.formUnion(Rule.all.filter { $0.profile <= profile }.map(\.id))
      }
      if let group = Rule.Group(rawValue: name) { found.formUnion(Rule.all.filter { $0.group == group }.map(\.id)) }
      if let rule = Rule.all.first(where: { $0.id.description == name }) { found.insert(rule.id) }
      let isKnown =
        found.count > before || Rule.Profile(rawValue: name) != nil || Rule.Group(rawValue: name) != nil
        || Rule.all.contains { $0.id.description == name }
      if !isKnown { throw UnknownRuleName(name: name) }
    }
    return found
  }
}

/// A name that is no rule, group or profile.
package struct UnknownRuleName: Error, Hashable {
  package let name: String
}
