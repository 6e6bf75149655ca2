import PlanModel
import PlanSyntax
import Testing

@Suite struct WorkdaySplitTests {
  private func split(_ value: String, _ precision: Int, _ id: String, _ level: PeriodLevel) throws -> [String] {
    let period = try #require(Period(id: id, in: .calendar))
    let pieces = PeriodTree().pieces(of: period, by: level).map(\.days)
    let number = try #require(ExactDecimal(plain: value))
    let result = try #require(WorkdaySplit.split(value: number, precision: precision, over: pieces, calendar: .china))
    return result.shares.map(\.description)
  }

  @Test(arguments: [
    ("240", 0, "2026-W14", PeriodLevel.month, ["96", "144"]), ("160", 0, "2026-02", .tenDay, ["70", "40", "50"]),
    ("-240", 0, "2026-W14", .month, ["-96", "-144"]), ("0", 0, "2026-W14", .month, ["0", "0"]),
    ("100", 0, "2026-Q1", .month, ["36", "27", "37"]), ("2400000", 4, "2026-W14", .month, ["960000", "1440000"]),
    ("10000", 4, "2026-W14", .month, ["0", "10000"]), ("1", 0, "2026-W14", .month, ["0", "1"]),
    ("1.25", -2, "2026-W14", .month, ["0.5", "0.75"]), ("15", 1, "2026-W14", .month, ["6", "9"]),
  ]) func shares(_ value: String, _ precision: Int, _ id: String, _ level: PeriodLevel, _ shares: [String]) throws {
    #expect(try split(value, precision, id, level) == shares)
  }

  @Test func tiesGoToTheEarlierPart() {
    #expect(WorkdaySplit.split(ExactDecimal(1), precision: 0, weights: [1, 1])?.map(\.description) == ["1", "0"])
    #expect(
      WorkdaySplit.split(ExactDecimal(5), precision: 0, weights: [1, 1, 1])?.map(\.description) == ["2", "2", "1"])
    #expect(WorkdaySplit.split(ExactDecimal(-5), precision: 0, weights: [1, 1])?.map(\.description) == ["-3", "-2"])
  }

  @Test func withoutWorkdaysByCalendarDays() throws {
    let parts = try ["2026-10-01", "2026-10-02..2026-10-04"].map { try #require(Period(id: $0, in: .calendar)) }
    let result = try #require(
      WorkdaySplit.split(value: ExactDecimal(8), precision: 0, over: parts, calendar: .china))
    #expect(result.shares.map(\.description) == ["2", "6"])
    #expect(result.days == [1, 3])
    guard case .calendarDays = result.basis else { return #expect(Bool(false)) }
  }

  @Test func nothingToSplitOver() {
    #expect(WorkdaySplit.split(value: ExactDecimal(8), precision: 0, over: [], calendar: .china) == nil)
    #expect(WorkdaySplit.split(ExactDecimal(8), precision: 0, weights: [0, 0]) == nil)
    #expect(WorkdaySplit.split(ExactDecimal(8), precision: 0, weights: [-1, 2]) == nil)
  }

  @Test func partsAlwaysAddUp() throws {
    var random = Steps(state: 20_260_315)
    for _ in 0..<5000 {
      let digits = Int(random.next() % 37) + 1
      var coefficient: Int128 = 0
      for _ in 0..<digits { coefficient = coefficient * 10 + Int128(random.next() % 10) }
      if random.next() % 3 == 0 { coefficient = -coefficient }
      let value = try #require(ExactDecimal(coefficient: coefficient, scale: Int(random.next() % 6)))
      let weights = (0..<Int(random.next() % 12) + 1).map { _ in Int(random.next() % 24) } + [1]
      let precision = Int(random.next() % 12) - 4
      guard let shares = WorkdaySplit.split(value, precision: precision, weights: weights) else {
        // Only a written unit far below a huge number leaves the range.
        #expect(digits + 4 >= 38)
        continue
      }
      var sum = ExactDecimal.zero
      for share in shares { sum = try #require(sum.adding(share)) }
      #expect(sum == value)
      #expect(zip(shares, weights).allSatisfy { $1 > 0 || $0.isZero })
    }
  }

  /// A fixed sequence, so that a failure comes back.
  private struct Steps: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state >> 11)
    }
  }
}
