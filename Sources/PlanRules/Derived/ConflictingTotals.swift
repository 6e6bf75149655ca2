import PlanModel
import PlanSource
import PlanSyntax

/// Written totals that are wrong only because a number in them is stated differently elsewhere: the conflict says it all.
struct ConflictingTotals {
  private let cells: BookCells
  /// By file, the statements of each cell that is stated with different values.
  private var conflicts: [FileID: [[Fact]]] = [:]

  init(_ cells: BookCells) { self.cells = cells }

  /// Notes the statements of a conflict that is reported.
  mutating func note(_ statements: [Int]) {
    let facts = statements.map { cells.fact($0) }
    for file in Set(facts.filter { $0.carrier != .list && $0.carrier != .prose }.map(\.range.file)) {
      conflicts[file, default: []].append(facts)
    }
  }

  /// The places of such totals. Conflicts are few: their files are read once more, and nothing is kept of all others.
  func places() -> [SourceRange] {
    conflicts.flatMap { file, conflicts -> [SourceRange] in
      let plan = FactReader.read(cells.book.files[Int(file.index)].source, in: cells.context.book)
      return plan.assertions.filter { $0.kind == .total }.compactMap { AssertionCheck($0) }
        .filter { isExplained($0, by: conflicts) }.map(\.assertion.range)
    }
  }

  /// Whether the total is right once one conflict, or each of them, is decided the other way.
  private func isExplained(_ check: AssertionCheck, by conflicts: [[Fact]]) -> Bool {
    let inputs = Set(check.assertion.inputs)
    let changes = conflicts.map { Self.changes(of: inputs, by: $0) }.filter { !$0.isEmpty }
    if changes.contains(where: { $0.contains(check.difference) }) { return true }
    return changes.compactMap(\.first).reduce(ExactDecimal?.some(.zero)) { $1.adding($0 ?? .zero) } == check.difference
  }

  /// By how much the sum would change with each other statement in the place of the one, or the ones, that it adds.
  private static func changes(of inputs: Set<SourceRange>, by statements: [Fact]) -> [ExactDecimal] {
    let added = statements.filter { inputs.contains($0.range) }
    guard !added.isEmpty, let sum = added.reduce(ExactDecimal?.some(.zero), { $0?.adding($1.value) }) else { return [] }
    return statements.compactMap { $0.value.subtracting(sum) }.filter { !$0.isZero }
  }
}
