import PlanModel
import PlanSource
import PlanSyntax

/// Written totals of a file that its own rules report, found again for a mismatch that has the same cause.
struct StaleTotals {
  private let cells: BookCells

  init(_ cells: BookCells) { self.cells = cells }

  /// Whether the children stand under a written total that is wrong by the same amount: that finding says it all.
  func explain(_ mismatch: Mismatch) -> Bool {
    let facts = mismatch.decomposition.children.flatMap(\.facts).map { cells.fact($0) }
    let ranges = Set(facts.map(\.range))
    guard let file = facts.first?.range.file, ranges.allSatisfy({ $0.file == file }),
      mismatch.decomposition.missing.isEmpty
    else { return false }
    // Mismatches are few; keeping every written total of a book for them would cost more than reading one file again.
    let plan = FactReader.read(cells.book.files[Int(file.index)].source, in: cells.context.book)
    return plan.assertions.contains { assertion in
      guard assertion.kind == .total, Set(assertion.inputs) == ranges, let check = AssertionCheck(assertion) else {
        return false
      }
      return check.difference.adding(mismatch.difference)?.isZero ?? false
    }
  }
}
