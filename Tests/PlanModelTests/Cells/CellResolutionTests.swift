import PlanModel
import PlanSyntax
import Testing

/// Every row of the resolution table: what is declared, and how much of each axis is there.
@Suite struct CellResolutionTests {
  enum Extent: String, CaseIterable, Sendable { case complete, partial, absent }

  struct Row: Sendable, CustomTestStringConvertible {
    let isDeclared: Bool
    let people: Extent
    let time: Extent
    let industry: Extent
    let layer: Layer

    var testDescription: String {
      "\(layer) \(isDeclared ? "declared" : "not declared"), people \(people), time \(time), industry \(industry)"
    }

    static let all: [Row] = [Layer.target, .forecast, .baseline].flatMap { layer in
      [true, false].flatMap { isDeclared in
        Extent.allCases.flatMap { people in
          Extent.allCases.flatMap { time in
            Extent.allCases.map { industry in
              Row(isDeclared: isDeclared, people: people, time: time, industry: industry, layer: layer)
            }
          }
        }
      }
    }
  }

  /// The unit says 500; its people 100 and 325; its months 200, 150, 100; its industries 260 and 180.
  private func book(_ row: Row) -> CellBook {
    var book = CellBook("U\n  +A\n  +B")
    book.plan(1, "A", "2026-Q1")
    book.plan(2, "B", "2026-Q1")
    // So that an industry alone is known not to be all.
    book.declaredValues = [.industry: ["医疗", "教育"]]
    if row.isDeclared { book.state("U", "2026-Q1", 500, layer: row.layer) }
    let months = row.time == .complete ? 3 : row.time == .partial ? 2 : 0
    for (index, value) in [200, 150, 100].prefix(months).enumerated() {
      book.state("U", "2026-0\(index + 1)", value, layer: row.layer)
    }
    let industries = row.industry == .complete ? 2 : row.industry == .partial ? 1 : 0
    for (name, value) in [("医疗", 260), ("教育", 180)].prefix(industries) {
      book.state("U", "2026-Q1", value, [.industry(name)], layer: row.layer)
    }
    if row.people != .absent { book.state("A", "2026-Q1", 100, file: 1, layer: row.layer) }
    if row.people == .complete { book.state("B", "2026-Q1", 325, file: 2, layer: row.layer) }
    return book
  }

  private func expected(_ row: Row) -> (value: Int, way: Way, isComplete: Bool)? {
    if row.isDeclared { return (500, .declared, true) }
    let ways: [(Extent, whole: Int, part: Int, Way)] = [
      (row.people, 425, 100, .decomposed(.organization)), (row.time, 450, 350, .decomposed(.time(.month))),
      (row.industry, 440, 260, .decomposed(.dimension(.industry))),
    ]
    if let first = ways.first(where: { $0.0 == .complete }) { return (first.whole, first.3, true) }
    return ways.first { $0.0 == .partial }.map { ($0.part, $0.3, false) }
  }

  @Test(arguments: Row.all) func resolves(_ row: Row) {
    let book = book(row)
    let cell = book.resolver().cell(book.address("U", "2026-Q1", layer: row.layer))
    let expected = expected(row)
    #expect(cell.resolved?.value == expected.map { ExactDecimal($0.value) })
    #expect(cell.resolved?.way == expected?.way)
    #expect(cell.resolved.map { $0.completeness == .complete } == expected?.isComplete)
    #expect(cell.declared == (row.isDeclared ? 500 : nil))
  }

  @Test(arguments: Row.all) func decomposesEachAxisByItself(_ row: Row) {
    let book = book(row)
    let cell = book.resolver().cell(book.address("U", "2026-Q1", layer: row.layer))
    let sums: [(Extent, DecompositionAxis, whole: Int, part: Int)] = [
      (row.people, .organization, 425, 100), (row.time, .time(.month), 450, 350),
      (row.industry, .dimension(.industry), 440, 260),
    ]
    for (extent, axis, whole, part) in sums {
      let found = cell.decomposed(axis)
      switch extent {
      case .complete:
        #expect(found?.sum == ExactDecimal(whole))
        #expect(found?.completeness == .complete)
      case .partial:
        #expect(found?.sum == ExactDecimal(part))
        #expect(found?.completeness == .partial)
      case .absent: #expect(found == nil)
      }
    }
  }

  @Test(arguments: Row.all.filter { $0.layer == .target }) func contradictsOnlyWhatIsWhole(_ row: Row) {
    let book = book(row)
    let found = book.resolver().mismatches()
    if row.isDeclared {
      let wrong = [row.people != .absent ? 1 : 0, row.time == .complete ? 1 : 0, row.industry == .complete ? 1 : 0]
      #expect(found.map { 1 + $0.related.count }.reduce(0, +) == wrong.reduce(0, +))
      #expect(found.allSatisfy { $0.address == book.address("U", "2026-Q1") })
    } else {
      let complete = [row.people, row.time, row.industry].filter { $0 == .complete }.count
      #expect(found.map { 1 + $0.related.count }.reduce(0, +) == max(0, complete - 1))
    }
  }
}
