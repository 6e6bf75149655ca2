package import PlanSource
package import PlanSyntax

/// Where a part of a scope was stated.
package enum ScopeSource: Sendable, Hashable {
  case frontMatter(SourceRange)
  case heading(SourceRange)
  case path
  /// Nothing in the file says it.
  case book

  package var range: SourceRange? {
    switch self {
    case .frontMatter(let range), .heading(let range): range
    case .path, .book: nil
    }
  }
}

/// A value with the place that states it.
package struct Sourced<Value: Sendable>: Sendable {
  package let value: Value
  package let source: ScopeSource

  package init(_ value: Value, _ source: ScopeSource) {
    self.value = value
    self.source = source
  }
}

/// What a plan is about: kind × owner × period × dimensions, each from the first source that states it.
package struct PlanScope: Sendable {
  package var kind: Sourced<PlanKind>?
  package var owner: Sourced<OwnerID>?
  /// A name that the organization does not have.
  package var ownerName: Sourced<String>?
  package var period: Sourced<Period>?
  /// The id of a period whose days nobody can know: `FY22-Q4` in a plan without a book.
  package var periodWords: String?
  package var dimensions: [DimensionValue] = []
  package var contradictions: [Contradiction] = []

  package init() {}

  /// Two sources that disagree; the first is the one in force.
  package struct Contradiction: Sendable {
    package enum Aspect: Sendable { case owner, period }
    package let aspect: Aspect
    package let inForce: ScopeSource
    package let inForceText: String
    package let other: ScopeSource
    package let otherText: String
  }
}
