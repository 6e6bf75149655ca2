import ArgumentParser

/// A rule's group and permanent id, and everything that is named after them.
struct RuleName: ExpressibleByArgument, Equatable {
  /// `ownership`.
  let group: String
  /// `target-without-owner`.
  let id: String

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(Self.isKebab) else { return nil }
    group = parts[0]
    id = parts[1]
  }

  /// `targetWithoutOwner`.
  var property: String { type.prefix(1).lowercased() + type.dropFirst() }

  /// `TargetWithoutOwner`.
  var type: String { Self.camel(id) }

  /// From the repository's root.
  var path: String { "Sources/PlanRules/Rules/\(Self.camel(group))/\(type).swift" }

  private static func isKebab(_ text: String) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return words.allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
      && text.utf8.first.map { (0x61...0x7A).contains($0) } == true
  }

  private static func camel(_ kebab: String) -> String {
    kebab.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
