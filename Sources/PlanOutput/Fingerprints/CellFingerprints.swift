package import PlanSource

/// Fingerprints that a finding keeps when lines move and numbers change.
///
/// SHA-256 of rule, path, cell and the number of the finding among those that share the three.
package struct CellFingerprints {
  private var seen: [[String]: Int] = [:]

  package init() {}

  /// The fingerprint of the next finding, in report order.
  package mutating func next(rule: RuleID, path: String, cell: String) -> String {
    let key = [rule.description, path, cell]
    let occurrence = seen[key, default: 0]
    seen[key] = occurrence + 1
    // A NUL cannot stand in any of them.
    return SHA256.hex(of: Array((key + ["\(occurrence)"]).joined(separator: "\0").utf8))
  }
}
