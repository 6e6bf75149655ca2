package import MarkdownTree
package import PlanSource

/// One plan as it is written: its front matter, sections, items, paragraphs and tables, cut into tokens.
///
/// Nothing is inherited or summed here; `PlanModel` says what it means. All offsets are bytes of the file.
package final class PlanTree: Sendable {
  package let file: FileID
  package let document: MarkdownDocument
  package let frontMatter: FrontMatter?
  /// Sections in document order; the first is the file itself.
  package let sections: [Section]
  /// Headings, items, paragraphs and tables in document order.
  package let elements: [Element]
  package let tables: [PlanTable]
  package let tokens: [Token]
  package let quantities: [Quantity]
  package let periods: [PeriodMention]
  package let problems: [SyntaxProblem]
  package let suppressions: [Suppression]

  init(
    file: FileID, document: MarkdownDocument, frontMatter: FrontMatter?, sections: [Section], elements: [Element],
    tables: [PlanTable], tokens: [Token], quantities: [Quantity], periods: [PeriodMention],
    problems: [SyntaxProblem], suppressions: [Suppression]
  ) {
    self.file = file
    self.document = document
    self.frontMatter = frontMatter
    self.sections = sections
    self.elements = elements
    self.tables = tables
    self.tokens = tokens
    self.quantities = quantities
    self.periods = periods
    self.problems = problems
    self.suppressions = suppressions
  }

  /// A heading, or an item that is only a label, with everything below it.
  package struct Section: Sendable {
    package let kind: SectionKind?
    /// The section around it, -1 for the file.
    package let parent: Int32
    /// The element that opens it, -1 for the file.
    package let element: Int32
    package let level: UInt8
  }

  package struct Element: Sendable {
    package enum Kind: UInt8, Sendable {
      case heading
      /// A bold line of its own that stands for a heading.
      case boldHeading
      case item
      /// A paragraph line that begins like an item (`1、…`, `•…`).
      case looseItem
      case paragraph
      case table
    }

    package let kind: Kind
    /// Index in `document.blocks`.
    package let block: Int32
    /// Index in `sections` of the section that holds it (that it opens, for a heading).
    package let section: Int32
    /// The item around it, -1 when there is none.
    package let parentItem: Int32
    /// Items around it.
    package let depth: UInt16
    package let phrase: Phrase
    package let task: TaskBox?
    /// Index in `PlanTree.tables`, or -1.
    package let table: Int32
  }
}

/// A table with every cell cut into tokens.
package struct PlanTable: Sendable {
  package enum CellState: UInt8, Sendable {
    case text
    /// Nothing is stated: empty, `-`, `—`, `/`, 无, N/A. Never zero.
    case blank
    /// Something is to be filled in.
    case placeholder
  }

  /// Index in `MarkdownDocument.tables`.
  package let table: Int
  package let columnCount: Int
  /// Rows, the header included.
  package let rowCount: Int
  /// Row-major, the header first.
  package let cells: [Phrase]
  package let states: [CellState]
  /// The element of the paragraph right above that captions it (`单位：万元`), or -1.
  package let caption: Int32

  package func index(_ row: Int, _ column: Int) -> Int { row * columnCount + column }
}
