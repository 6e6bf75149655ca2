package import PlanSource

/// Which rules speak, how loudly, and where they draw their lines.
package struct RuleSettings: Sendable {
  package enum Profile: String, Sendable, CaseIterable {
    case core
    case method
    case strict
  }

  package enum Level: Hashable, Sendable {
    case off
    case on(Severity)
  }

  /// A rule named in `planbook.yml`; whether there is such a rule is for the engine to say.
  package struct Override: Sendable {
    package let rule: RuleID
    package let level: Level
    /// Where the rule is named.
    package let place: Range<Int>
  }

  /// Other settings for some files.
  package struct ForPaths: Sendable {
    package let glob: BookSettings.Placed
    package var severity: [Override] = []
    package var limits: BookLimits
  }

  package var profile: Profile = .method
  package var severity: [Override] = []
  package var limits = BookLimits()
  /// In the order in which they are written; later ones win.
  package var paths: [ForPaths] = []

  package init() {}

  /// The level that the book gives a rule in a file; `nil` where it says nothing.
  package func level(of rule: RuleID, in path: String) -> Level? { override(of: rule, in: path)?.level }

  /// What the book says about a rule in a file, the last word first: its paths, then the book as a whole.
  package func override(of rule: RuleID, in path: String) -> Override? {
    for entry in paths.reversed() {
      guard let override = entry.severity.last(where: { $0.rule == rule }) else { continue }
      if Glob(entry.glob.text).matches(path) { return override }
    }
    return severity.last { $0.rule == rule }
  }

  /// Where the limit of a file is written, if it is among the settings for some paths.
  package func limitPlace(_ name: String, in path: String) -> Range<Int>? {
    paths.last { $0.limits.stated(name) != nil && Glob($0.glob.text).matches(path) }?.glob.place
  }

  /// The limits that hold in a file.
  package func limits(in path: String) -> BookLimits {
    var limits = limits
    for entry in paths where !entry.limits.isEmpty && Glob(entry.glob.text).matches(path) {
      limits.merge(entry.limits)
    }
    return limits
  }
}
