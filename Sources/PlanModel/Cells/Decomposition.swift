package import PlanSyntax

/// A direction in which a cell can be broken into children (docs/model.md §2).
package enum DecompositionAxis: Hashable, Sendable {
  case organization
  /// Parts of this level.
  case time(PeriodLevel)
  case dimension(Axis)
}

/// How the value of a cell was found (docs/model.md §3.6).
package enum Way: Hashable, Sendable {
  case declared
  /// The sum of rows of a customer or opportunity table, or of a CSV file, that name exactly this cell.
  case entries
  case decomposed(DecompositionAxis)
  /// The sum of rows that are more narrowly restricted than the cell.
  case narrowerEntries
  /// An actual to date and the actuals of later parts (docs/model.md §4.6).
  case toDateAndLater
  /// A ratio made of its parts.
  case ratio
}

/// Whether a sum has everything it needs (docs/model.md §3.4).
package enum Completeness: UInt8, Sendable, Comparable {
  /// Not one child has a number.
  case absent
  case partial
  case complete

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The sum of a cell's children along one axis, and what it is made of.
package struct Decomposition: Sendable {
  package struct Child: Sendable {
    package let address: CellAddress
    /// What the child adds to the sum.
    package let value: ExactDecimal
    package let way: Way
    package let completeness: Completeness
    /// The days of a week that reaches over a border for which `value` is the share.
    package let share: Period?
    /// Two statements differ; the one in force is in the sum.
    package let isDisputed: Bool
    /// Rests on a split by workdays of a year whose holidays are not known (docs/model.md §5).
    package let isEstimated: Bool
    /// Facts in force behind the value, by index in `FactStore.facts`; empty where it was summed from below.
    package let facts: [Int]
  }

  /// A child whose number the sum lacks.
  package struct Missing: Hashable, Sendable {
    package enum Reason: String, Sendable {
      /// Nobody wrote a number for this part of time, or this value.
      case notStated
      /// The owner has no plan for the period.
      case noPlan
      /// The owner's plan does not state the metric, and most siblings' do.
      case noMetric
      /// Stated, but not as an amount that can be added: a range, a rate, another unit.
      case notSummable
      /// Stated in another currency.
      case otherCurrency
      /// The position is still to be filled.
      case openPosition
      /// The whole is stated, and not how it divides along the cell's dimension.
      case notSplit
      /// There is a target, and nothing was reported.
      case notReported
    }

    package let address: CellAddress
    package let reason: Reason

    package init(address: CellAddress, reason: Reason) {
      self.address = address
      self.reason = reason
    }
  }

  package let axis: DecompositionAxis
  package let completeness: Completeness
  /// `nil` when nothing is stated, or the sum leaves the range of numbers.
  package let sum: ExactDecimal?
  package let children: [Child]
  /// Everything missing at any depth below, in order.
  package let missing: [Missing]
  /// Positions of the unit, and of units below it, that are still to be filled.
  package let open: [OwnerID]
  /// Something below is stated in another currency or cannot be summed, so that the sum contradicts nothing.
  package let isBlocked: Bool
  /// Rests on a split by workdays of a year whose holidays are not known (docs/model.md §5).
  package let isEstimated: Bool
  /// Shares of weeks in the sum, each exact to one unit of its last digit.
  package let shareCount: Int
}
