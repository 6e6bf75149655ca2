/// The source that lists every rule, one a line, in byte order.
struct RuleCatalogue: Equatable {
  static let path = "Sources/PlanRules/Catalogue.swift"

  let text: String

  enum Refusal: Error, CustomStringConvertible, Equatable {
    case noEntries
    case known(property: String)
    case fileExists(path: String)

    var description: String {
      switch self {
      case .noEntries: "\(RuleCatalogue.path) has no line that lists a rule, such as `    .sumMismatch,`"
      case .known(let property): ".\(property) is in \(RuleCatalogue.path) already"
      case .fileExists(let path): "\(path) exists already"
      }
    }
  }

  init(_ text: String) {
    self.text = text
  }

  /// The catalogue with another line, in its place among the lines that hold one rule each.
  func adding(_ rule: RuleName) throws(Refusal) -> RuleCatalogue {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let entries = lines.indices.filter { Self.property(in: lines[$0]) != nil }
    guard let first = entries.first, let last = entries.last else {
      throw Refusal.noEntries
    }
    guard !entries.contains(where: { Self.property(in: lines[$0]) == rule.property }) else {
      throw Refusal.known(property: rule.property)
    }
    let next = entries.first { index in
      Self.property(in: lines[index]).map { rule.property.utf8.lexicographicallyPrecedes($0.utf8) } ?? false
    }
    let indent = lines[first].prefix { $0 == " " }
    lines.insert("\(indent).\(rule.property),", at: next ?? last + 1)
    return RuleCatalogue(lines.joined(separator: "\n"))
  }

  /// `sumMismatch` of the line `    .sumMismatch,`.
  private static func property(in line: String) -> String? {
    let entry = line.drop { $0 == " " }
    guard entry.first == ".", entry.last == "," else { return nil }
    let name = String(entry.dropFirst().dropLast())
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber } ? name : nil
  }
}
