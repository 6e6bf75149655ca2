import Glibc
import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// The engine and the plain evaluator, both from docs/model.md, agree on books nobody thought of.
@Suite struct RandomBookTests {
  private static let parts = 8

  /// A few on every run; `PLAN_RANDOM_BOOKS=5000` for as many as it takes to believe it, best in release.
  private static let wanted = getenv("PLAN_RANDOM_BOOKS").flatMap { Int(String(cString: $0)) }
  private static let books = wanted ?? 24
  /// Cells looked at in a book; its mismatches are compared in any case.
  private static let mostCells = wanted == nil ? 40 : Int.max

  @Test(arguments: 0..<parts) func engineAgreesWithPlainEvaluator(_ part: Int) {
    for seed in stride(from: part, to: Self.books, by: Self.parts) {
      let difference = Self.firstDifference(RandomBook(seed: seed).book)
      #expect(difference == nil, "book \(seed): \(difference ?? "")")
    }
  }

  static func firstDifference(_ book: CellBook) -> String? {
    let resolver = book.resolver()
    let naive = NaiveCells(book)
    let all = cells(of: book)
    for cell in stride(from: 0, to: all.count, by: max(1, all.count / mostCells)).map({ all[$0] }) {
      let name =
        "\(book.nodes[Int(cell.owner.index)].name) \(cell.period.id(in: .calendar)) \(cell.layer) \(book.dimensions[cell.dimensions].map(\.value))"
      let mine = resolver.resolve(cell)
      let theirs = naive.resolved(cell)
      if mine?.value != theirs?.value || mine.map({ $0.completeness == .complete }) != theirs?.isComplete
        || mine?.way != theirs?.way
      {
        return
          "\(name): resolved \(mine.map { "\($0.value) \($0.way) \($0.completeness)" } ?? "nil"), plainly \(theirs.map { "\($0)" } ?? "nil")"
      }
      if cell.layer == .actual, let mine, mine.reach?.number != theirs?.reach { return "\(name): reach" }
      if resolver.cell(cell).inForce.map({ book.facts[$0].range }) != naive.inForce(cell)?.fact.range {
        return "\(name): in force"
      }
      for axis in [
        DecompositionAxis.organization, .time(.half), .time(.quarter), .time(.month), .time(.tenDay), .time(.week),
      ]
      where cell.layer != .actual {
        let mine = resolver.decomposition(of: cell, along: axis)
        guard let theirs = plain(naive, cell, axis) else { continue }
        if mine?.sum != theirs?.value || theirs != nil && (mine?.completeness == .complete) != theirs?.isComplete {
          return
            "\(name) \(axis): \(mine.map { "\($0.sum.map { "\($0)" } ?? "nil") \($0.completeness)" } ?? "nil"), plainly \(theirs.map { "\($0)" } ?? "nil")"
        }
        if let mine, mine.sum != nil, (mine.completeness == .partial) == (mine.missing.isEmpty && mine.open.isEmpty),
          !isHalfDay(mine)
        {
          return "\(name) \(axis): partial without a name, or complete with one"
        }
      }
    }
    return mismatchDifference(book, resolver, naive)
  }

  /// A sum over dimensions lacks values nobody can name.
  private static func isHalfDay(_ found: Decomposition) -> Bool {
    found.missing.isEmpty
      && found.children.contains {
        if case .decomposed(.dimension) = $0.way { return true }
        if $0.completeness == .partial { return true }
        return false
      }
  }

  /// `nil` where the level is not one down from the cell's.
  private static func plain(_ naive: NaiveCells, _ cell: CellAddress, _ axis: DecompositionAxis) -> NaiveCells.Worth?? {
    switch axis {
    case .organization: return .some(naive.overOrganization(cell))
    case .time(let level):
      guard naive.levels(cell.period).contains(level) else { return nil }
      return .some(naive.overTime(cell, level, deep: true) { naive.own($0) })
    case .dimension(let axis): return .some(naive.across(cell, axis).worth)
    }
  }

  /// Every cell that a fact names or that stands above one.
  private static func cells(of book: CellBook) -> [CellAddress] {
    var found: [CellAddress] = []
    var seen: Set<CellAddress> = []
    for fact in book.facts {
      for owner in book.nodes.indices {
        for id in ["2026", "2026-H1", "2026-Q1", "2026-Q2", "2026-03", "2026-02", "2026-W14", "2026-03-中"] {
          for set in [DimensionSet.none, fact.dimensions] {
            let cell = CellAddress(
              owner: OwnerID(owner), metric: fact.metric!, period: book.period(id), dimensions: set, layer: fact.layer,
              unit: CellUnit(fact.unit))
            if seen.insert(cell).inserted { found.append(cell) }
          }
        }
      }
    }
    return found
  }

  private static func mismatchDifference(
    _ book: CellBook, _ resolver: CellResolver, _ naive: NaiveCells
  ) -> String? {
    let found = resolver.mismatchCandidates(of: 0..<resolver.ownerCount)
    let mine = Set(found.map { candidate in resolver.described(candidate) })
    let theirs = Set(naive.contradictions())
    if mine == theirs { return nil }
    return "mismatches only mine \(mine.subtracting(theirs).sorted()), only plain \(theirs.subtracting(mine).sorted())"
  }
}
