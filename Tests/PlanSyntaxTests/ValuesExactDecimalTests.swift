import PlanSyntax
import Testing

/// Exact numbers: nothing overflows, nothing rounds unless asked.
@Suite struct ValuesExactDecimalTests {
  private static let extremes: [Int128] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]

  @Test func lowestTermsMakeEqualNumbersEqual() {
    #expect(ExactDecimal(coefficient: 1500, scale: 2) == ExactDecimal(15))
    #expect(ExactDecimal(coefficient: 0, scale: 7) == .zero)
    #expect(ExactDecimal(coefficient: 15, scale: -2) == ExactDecimal(1500))
    #expect(ExactDecimal(coefficient: .max / 10 * 10, scale: 1) == ExactDecimal(coefficient: .max / 10, scale: 0))
    #expect(ExactDecimal(coefficient: 1, scale: 39) == nil)
    #expect(ExactDecimal(coefficient: 10, scale: 39) == ExactDecimal(coefficient: 1, scale: 38))
    #expect(ExactDecimal(coefficient: .max, scale: -1) == nil)
    #expect(ExactDecimal(coefficient: 0, scale: -1000) == .zero)
  }

  @Test func overflowAnswersNil() throws {
    let largest = try #require(ExactDecimal(coefficient: .max, scale: 0))
    let smallest = try #require(ExactDecimal(coefficient: .min, scale: 0))
    #expect(largest.adding(ExactDecimal(1)) == nil)
    #expect(smallest.subtracting(ExactDecimal(1)) == nil)
    #expect(smallest.negated == nil)
    #expect(largest.negated?.coefficient == -.max)
    #expect(largest.multiplied(by: ExactDecimal(2)) == nil)
    #expect(largest.scaled(byPowerOfTen: 1) == nil)
    #expect(largest.scaled(byPowerOfTen: -38)?.scale == 38)
    #expect(largest.scaled(byPowerOfTen: -39) == nil)
    #expect(smallest.divided(by: ExactDecimal(-1), digits: 0) == nil)
    #expect(largest.divided(by: .zero, digits: 2) == nil)
    #expect(largest.divided(by: ExactDecimal(1), digits: 1) == nil)
  }

  @Test(arguments: [
    ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("0.05", 1, "0.1"), ("-0.05", 1, "-0.1"),
    ("1234.5", -2, "1200"), ("1250", -2, "1300"), ("49", -2, "0"), ("7", -40, "0"), ("3.14159", 3, "3.142"),
    ("5", 2, "5"), ("0.999", 2, "1"),
  ])
  func roundsHalfUp(_ number: String, _ digits: Int, _ expected: String) throws {
    #expect(try decimal(number).rounded(digits: digits).description == expected)
  }

  @Test(arguments: [
    ("100", "3", 2, "33.33"), ("200", "3", 2, "66.67"), ("-200", "3", 2, "-66.67"), ("1", "8", 2, "0.13"),
    ("3", "14", 3, "0.214"), ("0.5", "0.25", 0, "2"), ("1", "-8", 2, "-0.13"), ("0", "7", 4, "0"),
  ])
  func dividesHalfUp(_ number: String, _ divisor: String, _ digits: Int, _ expected: String) throws {
    #expect(try decimal(number).divided(by: decimal(divisor), digits: digits)?.description == expected)
  }

  @Test func comparesFarScales() throws {
    let large = try #require(ExactDecimal(coefficient: .max, scale: 0))
    let tiny = try #require(ExactDecimal(coefficient: 1, scale: 38))
    let negative = try #require(ExactDecimal(coefficient: .min, scale: 0))
    #expect(tiny < large)
    #expect(!(large < tiny))
    #expect(negative < tiny)
    #expect(try negative < #require(tiny.negated))
    #expect(try !(#require(tiny.negated) < negative))
    let sorted = try ["-1.5", "-1", "-0.001", "0", "0.0001", "1", "1.5", "10"].map(decimal)
    for (index, lower) in sorted.enumerated() {
      for upper in sorted[(index + 1)...] {
        #expect(lower < upper)
        #expect(!(upper < lower))
      }
    }
  }

  @Test(arguments: extremes, [0, 1, 5, 37, 38])
  func describesEveryDigit(_ coefficient: Int128, _ scale: Int) throws {
    let number = try #require(ExactDecimal(coefficient: coefficient, scale: scale))
    #expect(try decimal(number.description) == number)
  }

  @Test(arguments: [
    "0", "12", "-0.5", "170141183460469231731687303715884105727", "0.00000000000000000000000000000000000001",
  ])
  func readersAndDescriptionAgree(_ text: String) throws {
    guard case .quantity(let quantity)? = Readers.quantity(text)?.value else {
      Issue.record("\(text) is no quantity")
      return
    }
    #expect(quantity.value.description == text)
  }

  /// Made from the description alone, without the reader.
  private func decimal(_ text: String) throws -> ExactDecimal {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] : ""
    let coefficient = try #require(Int128(String(parts[0]) + fraction))
    return try #require(ExactDecimal(coefficient: coefficient, scale: fraction.utf8.count))
  }
}
