import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// The cases that shipped systems get wrong, in their numbers.
@Suite struct CellTests {
  private func team() -> CellBook {
    var book = CellBook("U\n  +A\n  +B")
    book.plan(1, "A", "2026-Q1")
    book.plan(2, "B", "2026-Q1")
    return book
  }

  @Test func declaredIsNeverAddedToItsChildren() {
    var book = team()
    book.state("U", "2026-Q1", 500)
    book.state("A", "2026-Q1", 100, file: 1)
    book.state("B", "2026-Q1", 325, file: 2)
    let cell = book.resolver().cell(book.address("U", "2026-Q1"))
    #expect(cell.declared == 500)
    #expect(cell.decomposed(.organization)?.sum == 425)
    #expect(cell.resolved?.value == 500)
    let found = book.resolver().mismatches()
    #expect(found.map(\.difference) == [-75])
  }

  @Test func ratiosAreSummedInTheirParts() {
    var book = team()
    for (owner, file, won, bids) in [("A", 1, 2, 4), ("B", 2, 1, 10)] {
      book.state(owner, "bids-won", "2026-Q1", won, file: file)
      book.state(owner, "bids", "2026-Q1", bids, file: file)
    }
    let ratio = book.resolver().cell(book.address("U", "bid-win-rate", "2026-Q1")).ratio
    #expect(ratio?.numerator.value == 3)
    #expect(ratio?.denominator.value == 14)
  }

  @Test func stocksTakeTheLastValueAndAddOverPeople() {
    var book = team()
    for (part, value) in ["上": 90, "中": 80, "下": 60] {
      book.state("A", "receivables", "2026-03-\(part)", value, file: 1)
    }
    book.state("B", "receivables", "2026-03", 40, file: 2)
    let resolver = book.resolver()
    #expect(resolver.resolve(book.address("A", "receivables", "2026-03"))?.value == 60)
    #expect(resolver.resolve(book.address("U", "receivables", "2026-03"))?.value == 100)
  }

  @Test func aWeekIsSplitByWorkdays() {
    var book = CellBook("+A")
    book.state("A", "visits", "2026-W14", 240)
    let resolver = book.resolver()
    #expect(resolver.resolve(book.address("A", "visits", "2026-03"))?.value == 96)
    #expect(resolver.resolve(book.address("A", "visits", "2026-04"))?.value == 144)
  }

  @Test(arguments: [(10, []), (8, [2]), (0, [10])]) func childrenMayExceedByTheBuffer(_ buffer: Int, _ found: [Int]) {
    var book = team()
    book.nodes[0].buffer = ExactDecimal(buffer)
    book.state("U", "2026-Q1", 100)
    book.state("A", "2026-Q1", 60, file: 1)
    book.state("B", "2026-Q1", 50, file: 2)
    #expect(book.resolver().mismatches().map(\.difference) == found.map { ExactDecimal($0) })
  }

  @Test func paddingSurvivesSplittingAgainBelow() {
    var book = team()
    book.nodes[0].buffer = 10
    book.state("U", "2026-Q1", 100)
    book.state("A", "2026-Q1", 60, file: 1)
    book.state("B", "2026-Q1", 44, file: 2)
    let found = book.resolver().mismatches()
    #expect(found.map(\.expected) == [110])
    #expect(found.map(\.difference) == [-6])
  }

  @Test func quartersAreTheirOwnMonths() {
    var book = CellBook("+A")
    for month in 1...9 { book.state("A", "2026-0\(month)", month) }
    #expect(book.resolver().resolve(book.address("A", "2026-Q3"))?.value == 24)
  }

  @Test func aPersonWhoLeftIsNoChild() {
    var book = team()
    book.nodes[2].until = Day(year: 2025, month: 12, day: 31)
    book.state("U", "2026-Q1", 100)
    book.state("A", "2026-Q1", 100, file: 1)
    book.state("B", "2026-Q1", 50, file: 2)
    #expect(book.resolver().mismatches().isEmpty)
  }

  @Test func whoHasNoPlanIsNamedWhenTheOthersFallShort() throws {
    var book = CellBook("U\n  +A\n  +B\n  +C")
    book.plan(1, "A", "2026-Q1")
    book.plan(2, "B", "2026-Q1")
    book.state("U", "2026-Q1", 100)
    book.state("A", "2026-Q1", 40, file: 1)
    book.state("B", "2026-Q1", 30, file: 2)
    let found = try #require(book.resolver().mismatches().first)
    #expect(found.difference == -30)
    #expect(found.decomposition.missing.map(\.address.owner) == [book.owner("C")])
    #expect(found.decomposition.missing.map(\.reason) == [.noPlan])
  }

  @Test func anOpenPositionIsNamedAtEveryLevelAbove() {
    var book = CellBook("D\n  U\n    +A\n    ?O")
    book.plan(1, "A", "2026-Q1")
    book.state("A", "2026-Q1", 40, file: 1)
    let found = book.resolver().cell(book.address("D", "2026-Q1")).decomposed(.organization)
    #expect(found?.sum == 40)
    #expect(found?.completeness == .partial)
    #expect(found?.open == [book.owner("O")])
  }

  @Test func currenciesStandApart() {
    var book = team()
    book.state("A", "2026-Q1", 100, file: 1)
    book.state("B", "2026-Q1", 50, file: 2, currency: .usd)
    let resolver = book.resolver()
    let yuan = resolver.cell(book.address("U", "2026-Q1"))
    #expect(yuan.resolved?.value == 100)
    #expect(yuan.resolved?.completeness == .partial)
    #expect(yuan.decomposed(.organization)?.missing.map(\.reason) == [.otherCurrency])
    #expect(resolver.resolve(book.address("U", "2026-Q1", currency: .usd))?.value == 50)
  }

  @Test func tiersAndLayersDoNotConflict() {
    var book = CellBook("+A")
    book.state("A", "2026-Q1", 100, tier: .floor)
    book.state("A", "2026-Q1", 120)
    book.state("A", "2026-Q1", 150, tier: .stretch)
    book.state("A", "2026-Q1", 90, layer: .actual)
    let resolver = book.resolver()
    #expect(resolver.conflicts().isEmpty)
    #expect(resolver.resolve(book.address("A", "2026-Q1"))?.value == 120)
  }

  @Test func strategyIsComparedAndNoConflict() {
    var book = CellBook("D\n  U\n    +A")
    book.plan(0, "D", "2026", isStrategy: true)
    book.plan(1, "D", "2026")
    book.state("D", "2026", 500, file: 0)
    book.state("D", "2026", 480, file: 1)
    let resolver = book.resolver()
    #expect(resolver.conflicts().isEmpty)
    #expect(resolver.mismatches().map(\.address.owner) == [resolver.strategyOwner])
    #expect(resolver.mismatches().map(\.difference) == [-20])
  }

  @Test func theOwnPlanOfThePeriodWins() throws {
    var book = CellBook("+A")
    book.plan(0, "A", "2026-Q1")
    book.plan(1, "A", "2026-01")
    book.state("A", "2026-01", 30, file: 0)
    let own = book.state("A", "2026-01", 35, file: 1)
    let resolver = book.resolver()
    let conflict = try #require(resolver.conflicts().first)
    #expect(conflict.inForce == own)
    #expect(conflict.others == [0])
    #expect(resolver.cell(book.address("A", "2026-01")).resolved?.isDisputed == true)
  }

  @Test func hostileNumbersOverflowIntoNothing() {
    var book = team()
    let huge = ExactDecimal(coefficient: .max, scale: 0) ?? .zero
    for (owner, file) in [("A", 1), ("B", 2)] { book.state(owner, "2026-Q1", 1, file: file) { $0.value = huge } }
    book.state("U", "2026-Q1", 5, file: 3)
    let resolver = book.resolver()
    #expect(resolver.mismatches().isEmpty)
    #expect(resolver.cell(book.address("U", "2026-Q1")).decomposed(.organization)?.sum == nil)
  }
}

extension CellBook {
  /// Bookings.
  @discardableResult
  mutating func state(
    _ owner: String, _ id: String, _ value: Int, file: Int = 0, _ dimensions: [DimensionValue] = [],
    layer: Layer = .target, tier: Tier = .target, currency: Currency = .cny, change: (inout Fact) -> Void = { _ in }
  ) -> Int {
    state(
      owner, "bookings", id, value, file: file, dimensions, layer: layer, tier: tier, currency: currency, change: change
    )
  }

  func address(
    _ owner: String, _ id: String, _ dimensions: [DimensionValue] = [], layer: Layer = .target,
    currency: Currency = .cny
  ) -> CellAddress {
    address(owner, "bookings", id, dimensions, layer: layer, currency: currency)
  }
}
