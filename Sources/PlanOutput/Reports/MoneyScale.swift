package import PlanModel
package import PlanSource
package import PlanSyntax

/// The unit that was chosen for the money of one table.
///
/// Amounts are never rounded to fit a unit: they are shown down to a hundredth of the currency, with all digits that takes.
/// What was divided (a daily rate) is rounded half up at that hundredth.
package struct MoneyScale: Sendable, Hashable {
  package let power: Int
  /// The currency of every amount; `nil` where there are several or none, and then each amount carries its own.
  package let currency: Currency?

  package init(_ unit: MoneyUnit, amounts: [(ExactDecimal, Currency)], language: Language) {
    let first = amounts.first?.1
    currency = amounts.allSatisfy { $0.1 == first } ? first : nil
    power = unit.power ?? (language == .zh ? Self.power(fitting: amounts.map(\.0)) : 0)
  }

  private static func power(fitting amounts: [ExactDecimal]) -> Int {
    let largest = amounts.reduce(ExactDecimal.zero) { max($0, $1.magnitude) }
    for unit in [MoneyUnit.hundredMillion, .tenThousand] {
      guard let power = unit.power, let one = ExactDecimal(1).scaled(byPowerOfTen: power), largest >= one else {
        continue
      }
      if amounts.allSatisfy({ shown($0, power: power).scale <= 2 }) { return power }
    }
    return 0
  }

  /// The number to print for an amount in base units.
  package func shown(_ amount: ExactDecimal) -> ExactDecimal { Self.shown(amount, power: power) }

  private static func shown(_ amount: ExactDecimal, power: Int) -> ExactDecimal {
    let exact = amount.rounded(digits: 2)
    return exact.scaled(byPowerOfTen: -power) ?? exact
  }

  /// What one unit is called, such as `万元` and `10,000 CNY`.
  package func name(of currency: Currency) -> LocalText {
    let magnitude: LocalText
    switch power {
    case 3: magnitude = LocalText(zh: "千", en: "1,000 ")
    case 4: magnitude = LocalText(zh: "万", en: "10,000 ")
    case 8: magnitude = LocalText(zh: "亿", en: "100 million ")
    default: magnitude = LocalText(zh: "", en: "")
    }
    let code = magnitude.zh.isEmpty ? "\(currency)" : " \(currency)"
    return LocalText(zh: magnitude.zh + (Words.currencies[currency] ?? code), en: "\(magnitude.en)\(currency)")
  }

  /// One amount with its unit, such as `500 万元` and `5,000,000 CNY`.
  package func text(_ amount: ExactDecimal, _ currency: Currency, decimals: Int = 0) -> LocalText {
    let digits = GroupedNumber.text(shown(amount), decimals: decimals)
    let name = name(of: currency)
    let isBase = power == 0
    return LocalText(zh: "\(digits) \(name.zh)", en: isBase ? "\(digits) \(name.en)" : "\(digits) × \(name.en)")
  }
}
