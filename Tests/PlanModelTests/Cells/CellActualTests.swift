import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// Actuals: not reported is not zero, and a number as of a day is not the number of the period.
@Suite struct CellActualTests {
  private func stated(_ numbers: [(String, Int, toDate: String?)]) -> (CellBook, CellResolver) {
    var book = CellBook("+A")
    for (id, value, toDate) in numbers {
      let day = toDate.map { book.period($0).start }
      book.state("A", id, value, layer: .actual) {
        $0.isToDate = day != nil
        if let day { $0.extras = Fact.Extras(toDate: day) }
      }
    }
    return (book, book.resolver())
  }

  private func resolved(_ numbers: [(String, Int, toDate: String?)], _ id: String = "2026-Q1") -> Cell.Resolved? {
    let (book, resolver) = stated(numbers)
    return resolver.resolve(book.address("A", id, layer: .actual))
  }

  @Test func nothingIsNotZero() { #expect(resolved([]) == nil) }

  @Test func aFinalStatementBeatsFinerData() {
    let found = resolved([("2026-Q1", 100, nil), ("2026-01", 30, nil), ("2026-02", 30, nil), ("2026-03", 30, nil)])
    #expect(found?.value == 100)
    #expect(found?.completeness == .complete)
  }

  @Test func aStatementToDateNeverBeatsLaterData() {
    let found = resolved([
      ("2026-Q1", 50, "2026-02-15"), ("2026-01", 30, nil), ("2026-02", 30, nil), ("2026-03", 45, nil),
    ])
    #expect(found?.value == 105)
    #expect(found?.completeness == .complete)
  }

  @Test func theFurthestStatementToDateCounts() {
    let found = resolved([("2026-Q1", 50, "2026-02-15"), ("2026-Q1", 70, "2026-03-10"), ("2026-01", 30, nil)])
    #expect(found?.value == 70)
    #expect(found?.completeness == .partial)
    #expect(found?.reach == Day(year: 2026, month: 3, day: 10))
    #expect(found?.isDisputed == false)
  }

  @Test func laterPartsAreAddedToAStatementToDate() {
    let found = resolved([("2026-Q1", 50, "2026-02-28"), ("2026-03", 20, nil)])
    #expect(found?.value == 70)
    #expect(found?.way == .toDateAndLater)
    #expect(found?.completeness == .complete)
  }

  @Test func subPeriodsFallBackOnPeople() {
    var book = CellBook("U\n  +A\n  +B")
    book.state("U", "2026-01", 100, layer: .actual)
    for (owner, value) in [("A", 40), ("B", 30)] {
      book.state(owner, "2026-01", 1, layer: .actual)
      book.state(owner, "2026-02", value, layer: .actual)
    }
    let found = book.resolver().resolve(book.address("U", "2026-Q1", layer: .actual))
    #expect(found?.value == 170)
    #expect(found?.completeness == .partial)
    #expect(found?.reach == Day(year: 2026, month: 2, day: 28))
  }

  @Test func whoHasATargetAndReportsNothingIsMissing() {
    var book = CellBook("U\n  +A\n  +B\n  +C")
    for owner in ["A", "B"] { book.state(owner, "2026-01", 50) }
    book.state("A", "2026-01", 40, layer: .actual)
    let found = book.resolver().cell(book.address("U", "2026-01", layer: .actual)).decomposed(.organization)
    #expect(found?.missing.map(\.address.owner) == [book.owner("B")])
    #expect(found?.missing.map(\.reason) == [.notReported])
  }
}
