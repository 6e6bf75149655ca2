import PlanModel
import PlanSyntax
import Testing

/// One cause, one finding.
@Suite struct CellCauseTests {
  /// A team of two whose every level adds up: 30 a month and person.
  private func whole() -> CellBook {
    var book = CellBook("U\n  +A\n  +B")
    var file = 0
    for (owner, share) in [("U", 2), ("A", 1), ("B", 1)] {
      for (id, months) in [("2026", 12), ("2026-Q1", 3), ("2026-Q2", 3), ("2026-Q3", 3), ("2026-Q4", 3)] {
        book.plan(file, owner, id)
        book.state(owner, id, 30 * months * share, file: file)
        file += 1
      }
      for month in 1...12 {
        let id = "2026-\(month < 10 ? "0" : "")\(month)"
        book.plan(file, owner, id)
        book.state(owner, id, 30 * share, file: file)
        file += 1
      }
    }
    return book
  }

  private func set(_ owner: String, _ id: String, _ value: Int, in book: inout CellBook) {
    for index in book.facts.indices
    where book.facts[index].owner == book.owner(owner) && book.facts[index].period.known == book.period(id) {
      book.facts[index].value = ExactDecimal(value)
    }
  }

  private func told(_ book: CellBook) -> [String] {
    book.resolver().mismatches().map {
      let name = book.nodes[Int($0.address.owner.index)].name
      return
        "\(name) \($0.address.period.id(in: .calendar)) \($0.decomposition.axis) \($0.difference) +\($0.related.count)"
    }.map { $0.split(separator: "PlanSyntax.PeriodLevel.").joined() }
  }

  @Test func aBookThatAddsUpIsSilent() {
    #expect(told(whole()).isEmpty)
    #expect(whole().resolver().undecomposed().isEmpty == false)  // Months are not split further.
    #expect(whole().resolver().undecomposed().allSatisfy { $0.parentLevel == .month })
  }

  @Test func aMonthMovedForTwoPeopleIsTwoFindings() {
    var book = whole()
    set("A", "2026-02", 35, in: &book)
    set("B", "2026-02", 25, in: &book)
    #expect(told(book) == ["A 2026-Q1 time(month) 5 +0", "B 2026-Q1 time(month) -5 +0"])
  }

  @Test func aWrongMonthIsToldOnceAlongTime() {
    var book = whole()
    set("A", "2026-02", 22, in: &book)
    // The team's February is short by the same 8, for the same month of A.
    #expect(told(book) == ["A 2026-Q1 time(month) -8 +1"])
  }

  @Test func aWrongQuarterIsToldWhereItArises() {
    var book = whole()
    set("A", "2026-Q1", 100, in: &book)
    // The year of A and the quarter of the team exceed by 10 what the months of A deny.
    #expect(told(book) == ["A 2026-Q1 time(month) -10 +2"])
  }

  @Test func aConflictThatExplainsTheSumIsNotToldTwice() {
    var book = whole()
    let last = book.facts.count
    book.plan(last, "A", "2026-02")
    set("A", "2026-02", 22, in: &book)
    book.state("A", "2026-02", 30, file: last)
    #expect(told(book).isEmpty)
    #expect(book.resolver().conflicts().count == 1)
  }

  @Test func missingQuartersAreNamed() throws {
    var book = CellBook("+A")
    book.state("A", "2026", 400)
    book.state("A", "2026-Q1", 100)
    book.state("A", "2026-04", 30)
    book.state("A", "2026-05", 30)
    let found = try #require(book.resolver().undecomposed().first { $0.parentLevel == .year })
    #expect(found.missing.map { $0.id(in: .calendar) } == ["2026-06", "2026-Q3", "2026-Q4"])
    #expect(book.resolver().mismatches().isEmpty)
  }

  @Test func twelveMonthsAreQuartersToo() {
    var book = CellBook("+A")
    book.state("A", "2026", 360)
    for month in 1...12 { book.state("A", "2026-\(month < 10 ? "0" : "")\(month)", 30) }
    #expect(book.resolver().undecomposed().allSatisfy { $0.parentLevel == .month })
    let split = book.resolver().equalSplits()
    #expect(split.map(\.level) == [.month])
    #expect(split.first?.parts.count == 12)
  }

  @Test func aSplitByIndustryMayNotExceedTheWhole() {
    var book = CellBook("+A")
    book.state("A", "2026-Q1", 100)
    book.state("A", "2026-Q1", 120, [.industry("医疗")]) { $0.carrier = .prose }
    #expect(book.resolver().mismatches().map(\.difference) == [20])
  }

  @Test func aPartOfTheWholeIsNoSplit() {
    var book = CellBook("+A")
    book.state("A", "2026-Q1", 100)
    book.state("A", "2026-Q1", 60, [.industry("医疗")])
    #expect(book.resolver().mismatches().isEmpty)
    book.state("A", "2026-Q1", 30, [.industry("教育")])
    #expect(book.resolver().mismatches().map(\.difference) == [-10])
  }

  @Test func aSplitMayBeReadBeforeItsWhole() {
    var book = CellBook("+A")
    book.state("A", "2026-Q1", 60, [.region("上海"), .industry("教育")])
    book.state("A", "2026-Q1", 30, [.region("江苏"), .industry("教育")])
    book.state("A", "2026-Q1", 100, [.industry("教育")])
    #expect(book.resolver().mismatches().map(\.difference) == [-10])
  }

  @Test func twoDecompositionsThatDifferContradictEachOther() throws {
    var book = CellBook("U\n  +A")
    book.plan(1, "A", "2026-Q1")
    for month in ["01", "02", "03"] { book.state("U", "2026-\(month)", 30) }
    book.state("A", "2026-Q1", 95, file: 1)
    let found = try #require(book.resolver().mismatches().first)
    guard case .decomposed(.organization, let sum) = found.whole else {
      Issue.record("nothing is declared")
      return
    }
    #expect(sum == 95)
    #expect(found.sum == 90)
  }
}
