package import PlanSource
package import PlanSyntax

/// What one plan says: the tree it was read as, its scope, and the facts, assertions and actions in it.
package final class PlanFile: Sendable {
  package let source: SourceFile
  package let tree: PlanTree
  package let scope: PlanScope
  package let facts: [Fact]
  package let assertions: [Assertion]
  package let actions: [Action]
  package let namings: [UnknownName]
  /// What became of every number: index as in `tree.quantities`.
  package let fates: [NumberFate]
  /// The dimension sets that the facts name, until the book merges them into its own table.
  package let dimensions: DimensionTable
  /// The words around every section, by index in `tree.sections`.
  package let contexts: [ReadingContext]

  package init(
    source: SourceFile, tree: PlanTree, scope: PlanScope, facts: [Fact], assertions: [Assertion], actions: [Action],
    namings: [UnknownName], fates: [NumberFate], dimensions: DimensionTable, contexts: [ReadingContext]
  ) {
    self.source = source
    self.tree = tree
    self.scope = scope
    self.facts = facts
    self.assertions = assertions
    self.actions = actions
    self.namings = namings
    self.fates = fates
    self.dimensions = dimensions
    self.contexts = contexts
  }

  package var id: FileID { source.id }

  /// Whether the file is a plan: its scope names a kind or a period, or a target or action section holds a metric's number.
  package var isPlanLike: Bool {
    if hasScopeOfPlan { return true }
    // Elsewhere numbers beside a metric's word are prose of any kind, and so are percentages everywhere.
    return contexts.contains { $0.section == .targets || $0.section == .actions }
      && facts.contains { $0.metric != nil && $0.layer == .target && $0.unit != .percent }
  }

  /// Release notes and minutes have a day in their heading, and `Strategic initiatives` may be anybody's: there somebody's
  /// name or a metric's number has to stand beside it.
  private var hasScopeOfPlan: Bool {
    if scope.periodWords != nil { return true }
    guard let source = scope.period?.source ?? scope.kind?.source else { return false }
    guard case .heading = source else { return true }
    let isOrdinary =
      switch (scope.period?.value.level, scope.kind?.value) {
      case (.day?, _): actions.isEmpty
      case (nil, .strategy), (nil, .customer), (nil, .region), (nil, .industry): true
      default: false
      }
    return !isOrdinary || hasNamedOwner || facts.contains { $0.metric != nil }
  }

  private var hasNamedOwner: Bool {
    if scope.ownerName != nil { return true }
    guard let owner = scope.owner else { return false }
    if case .book = owner.source { return false }
    return true
  }
}

/// A name of a metric, owner or value of an axis that the book does not know.
package struct UnknownName: Sendable {
  package enum Kind: Sendable, Equatable {
    case metric, owner, ambiguousOwner
    /// A value that its axis, which the book declares, does not have.
    case dimension(Axis)
  }
  package let kind: Kind
  package let range: SourceRange
  package let text: String
}

/// What became of a number.
package enum NumberFate: UInt8, Sendable, CaseIterable {
  /// It stands where numbers are no facts.
  case elsewhere
  case fact
  /// A total, rate or difference that follows from others.
  case derived
  /// A window or duration inside a target (`100% within 7 days`).
  case window
  /// A price or term of a product.
  case price
  /// Said again, or more closely, about a number before it.
  case detail
  /// A part (其中) that names neither a metric nor a value of an axis.
  case part
  /// Its unit is not the metric's.
  case otherUnit
  /// No metric can be told and nothing marks it as a quantity.
  case unnamed
  /// A number of the row or column's own label.
  case label
  /// Kept with an action or another fact.
  case attribute
}

/// A written figure that follows from others, with the number that they give.
package struct Assertion: Sendable {
  package enum Kind: Sendable {
    case total, attainment, variance, growth, share, average
  }

  /// What would be right.
  package enum Expected: Sendable {
    case number(ExactDecimal)
    /// `numerator / denominator` in percent, compared at the digits that were written.
    case ratio(ExactDecimal, ExactDecimal)
    /// The metric cannot be summed this way: a stock over time, or a ratio from its values.
    case notAggregable(sum: ExactDecimal?)
  }

  package let kind: Kind
  package let range: SourceRange
  /// As written, in base units.
  package let stated: ExactDecimal
  /// Digits behind the point that were written, in the unit they were written in.
  package let digits: Int
  package let unit: FactUnit
  /// Power of ten between the written number and base units (4 for 万元).
  package let magnitude: Int8
  package let expected: Expected
  package let metric: MetricID?
  /// The numbers it follows from.
  package let inputs: [SourceRange]
  /// Part of a matrix: one metric over two axes.
  package let isMatrix: Bool
}

/// Something to be done: a checkbox, an item of an action section, a row of an action table.
package struct Action: Sendable {
  package struct Due: Sendable {
    /// The last day, when the words name one.
    package let period: Period?
    package let range: SourceRange
    /// Taken from the plan of a day or the weekday above, not written with the action.
    package let isInherited: Bool
  }

  /// The whole line.
  package let range: SourceRange
  /// The words that say what is to be done.
  package let text: SourceRange
  package let isDone: Bool?
  package let owners: [SourceRange]
  package let due: Due?
  package let start: Due?
  /// Index in `tree.sections`.
  package let section: Int32
  /// Carried over from an earlier plan; exempt from the plan's own period.
  package let isCarriedOver: Bool
}
