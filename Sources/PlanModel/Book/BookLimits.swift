package import PlanSource
package import PlanSyntax

/// The numbers at which rules and reports draw a line: defaults from `Data/limits.txt`, changed by the book.
package struct BookLimits: Sendable {
  package enum Unit: String, Sendable {
    /// Written with a percent sign; the value is 50 for `50%`.
    case percent
    case count
    case workdays
    case times
    case amount
  }

  package struct Definition: Sendable {
    package let name: String
    package let unit: Unit
    /// `nil` when the book's other settings give it.
    package let standard: ExactDecimal?
    package let meaning: LocalText
  }

  /// Every limit, in the order in which they are documented.
  package static let definitions: [Definition] = DataTable.rows(limitsData, columns: 5).map { row in
    Definition(
      name: row[0], unit: Unit(rawValue: row[1]) ?? .count,
      standard: ExactDecimal(plainPercent: row[2]) ?? ExactDecimal(plain: row[2]),
      meaning: LocalText(zh: row[3], en: row[4]))
  }

  private static let standards: [String: ExactDecimal] = {
    var standards: [String: ExactDecimal] = [:]
    for definition in definitions { standards[definition.name] = definition.standard }
    return standards
  }()

  private var stated: [String: ExactDecimal] = [:]

  package init() {}

  package var isEmpty: Bool { stated.isEmpty }

  /// What the book says, or the default. Asking for a limit that is not in the table is a slip of the program.
  package subscript(_ name: String) -> ExactDecimal {
    guard let value = stated[name] ?? Self.standards[name] else {
      preconditionFailure("no limit is named \(name), or it has no default")
    }
    return value
  }

  /// What the book says; `nil` when it says nothing.
  package func stated(_ name: String) -> ExactDecimal? { stated[name] }

  mutating func set(_ name: String, _ value: ExactDecimal) { stated[name] = value }

  mutating func merge(_ other: BookLimits) { stated.merge(other.stated) { _, new in new } }
}
