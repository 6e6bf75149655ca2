package import PlanSource
package import PlanSyntax

/// What every report gives and every format writes: typed columns, typed cells, and where each number stands in a plan.
package struct ReportTable: Sendable {
  /// Permanent name, such as `rollup`.
  package let id: String
  package let title: LocalText
  package let columns: [Column]
  package var rows: [Row]
  /// What a reader must know to read it: the basis of a figure, the day used as today, who is missing.
  package var notes: [LocalText]
  /// What no rows at all mean, where that is more than that there is nothing to show.
  package var meaningWhenEmpty: LocalText?

  package struct Column: Sendable {
    package enum Role: Sendable {
      /// Says what the row is about.
      case key
      /// Holds a figure; formats align it right.
      case measure
      /// Words that explain.
      case remark
    }

    /// Permanent machine name, such as `declared`.
    package let id: String
    package let title: LocalText
    package let role: Role

    package init(_ id: String, _ title: LocalText, _ role: Role) {
      self.id = id
      self.title = title
      self.role = role
    }
  }

  package struct Row: Sendable {
    package enum Kind: String, Sendable { case item, total }
    package let kind: Kind
    /// Levels of indentation of the first column, for rows that belong to the row above.
    package let depth: Int
    package let cells: [Cell]

    package init(kind: Kind = .item, depth: Int = 0, cells: [Cell]) {
      self.kind = kind
      self.depth = depth
      self.cells = cells
    }
  }

  package struct Cell: Sendable {
    package let value: Value
    package let marks: [Mark]
    /// The places the number was read from, the most telling first.
    package let sources: [SourceRange]

    package init(_ value: Value, marks: [Mark] = [], sources: [SourceRange] = []) {
      self.value = value
      self.marks = marks
      self.sources = sources
    }
  }

  package enum Value: Sendable, Hashable {
    /// Nothing is there yet, or the figure has no meaning: shown as `—`. Never zero.
    case none
    /// A period that has ended without a report: shown as 未填报.
    case notReported
    /// A word of the report itself.
    case text(LocalText)
    /// A name or words of a plan, shown as written.
    case name(String)
    /// In base units; formats may show 万元.
    case money(ExactDecimal, Currency)
    case count(ExactDecimal)
    /// 95 for 95 %; `exact` keeps the parts it was made of.
    case percent(ExactDecimal, parts: Fraction?)
    case days(ExactDecimal)
    case plain(ExactDecimal)
    case period(Period)
    case place(SourceRange)
  }

  package struct Fraction: Sendable, Hashable {
    package let numerator: ExactDecimal
    package let denominator: ExactDecimal

    package init(_ numerator: ExactDecimal, _ denominator: ExactDecimal) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// What qualifies a figure.
  package enum Mark: String, Sendable, Hashable, CaseIterable {
    /// Two statements differ; the one in force is shown.
    case disputed
    /// Children are missing from the sum.
    case incomplete
    /// Summed from below because nothing was declared.
    case decomposed
    /// Covers only part of a running period.
    case toDate = "to-date"
    /// Rests on a split by workdays of a year whose holidays are not published or not known.
    case estimated
    /// A finding about it is silenced in the plan.
    case suppressed
  }

  package init(id: String, title: LocalText, columns: [Column], rows: [Row] = [], notes: [LocalText] = []) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
