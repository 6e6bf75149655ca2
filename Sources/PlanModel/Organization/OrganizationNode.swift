package import PlanSyntax

extension Organization {
  /// A unit or a person.
  package struct Node: Sendable {
    package enum Kind: UInt8, Sendable { case unit, person }

    package var name: String
    package var kind: Kind
    package var parent: OwnerID?
    package var aliases: [String] = []
    package var role: String?
    package var email: String?
    /// First and last day of membership; `nil` where it is open.
    package var from: Day?
    package var until: Day?
    /// A position to be filled.
    package var isOpen = false
    /// The person who leads the unit they are in.
    package var isLead = false
    /// Planned over-assignment of a unit along the organization, in percent: 5 for `5%`.
    package var buffer: ExactDecimal = .zero
    package var regions: [String] = []
    package var industries: [String] = []
    package var specialIndustries: [String] = []
    /// The name's bytes in `planbook.yml`; `nil` when the node comes from a folder.
    package var place: Range<Int>?

    package init(name: String, kind: Kind, parent: OwnerID?) {
      self.name = name
      self.kind = kind
      self.parent = parent
    }

    /// Whether somebody is there on at least one day of a period: within `from` and `until`, and not a position still open.
    package func isPresent(in period: Period) -> Bool {
      guard !isOpen else { return false }
      return (from.map { $0 <= period.end } ?? true) && (until.map { period.start <= $0 } ?? true)
    }
  }
}
