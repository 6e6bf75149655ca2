package import PlanModel
package import PlanSource
package import PlanSyntax

/// Writes amounts in messages: exact, never rounded, in the unit that people of each language count in.
///
/// Chinese counts money in 万元 (`500 万元`), below ten thousand in 元 (`8,000 元`), and in 亿元 where that is as exact and
/// short (`1.2 亿元`). English writes base units behind the code of the currency (`CNY 5,000,000`).
package enum AmountWording {
  /// A value in base units, such as `500 万元`, `20 家`, `35%`.
  package static func text(_ value: ExactDecimal, _ unit: FactUnit, metric: Metric? = nil) -> LocalText {
    let plain = grouped(value)
    switch unit {
    case .money(let currency):
      return LocalText(zh: chineseMoney(value, currency), en: "\(currency) \(plain)")
    case .count:
      let measure = metric?.measureWords.first { word in word.unicodeScalars.contains { !$0.isASCII } }
      return LocalText(zh: measure.map { "\(plain) \($0)" } ?? plain, en: plain)
    case .percent: return LocalText(zh: plain + "%", en: plain + "%")
    case .points: return LocalText(zh: "\(plain) 个百分点", en: "\(plain) pp")
    case .days: return LocalText(zh: "\(plain) 天", en: counted(plain, "day", value))
    case .hours: return LocalText(zh: "\(plain) 小时", en: counted(plain, "hour", value))
    case .unknown: return LocalText(zh: plain, en: plain)
    }
  }

  /// The value of a fact.
  package static func text(_ fact: Fact, _ registry: MetricRegistry) -> LocalText {
    text(fact.value, fact.unit, metric: fact.metric.map { registry[$0] })
  }

  /// `-1,234.5`: all digits, grouped by three.
  package static func grouped(_ value: ExactDecimal) -> String {
    let text = value.description
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { $0 == "-" }
    var result = String(text.prefix(whole.count - digits.count))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result + text.dropFirst(whole.count)
  }

  private static func chineseMoney(_ value: ExactDecimal, _ currency: Currency) -> String {
    let size = value.magnitude
    let (power, word): (Int, String) =
      if isShort(value, at: 8) && size >= hundredMillion { (8, "亿") }
      // A part of a yuan would need more digits behind 万 than anybody reads.
      else if size >= tenThousand && value.isWhole { (4, "万") } else { (0, "") }
    let shown = value.scaled(byPowerOfTen: -power) ?? value
    return "\(grouped(shown)) \(word)\(chineseName(currency, isAfterMagnitude: power > 0))"
  }

  private static func isShort(_ value: ExactDecimal, at power: Int) -> Bool {
    (value.scaled(byPowerOfTen: -power)?.scale ?? UInt8.max) <= 2
  }

  private static func chineseName(_ currency: Currency, isAfterMagnitude: Bool) -> String {
    switch currency {
    case .cny: "元"
    case .usd: "美元"
    case .eur: "欧元"
    case .gbp: "英镑"
    case .jpy: "日元"
    case .hkd: "港元"
    default: isAfterMagnitude ? " \(currency)" : "\(currency)"
    }
  }

  private static func counted(_ text: String, _ noun: String, _ value: ExactDecimal) -> String {
    value.magnitude == ExactDecimal(1) ? "\(text) \(noun)" : "\(text) \(noun)s"
  }

  private static let tenThousand = ExactDecimal(10_000)
  private static let hundredMillion = ExactDecimal(100_000_000)
}

extension Metric {
  /// The name that people see, in both languages.
  package var label: LocalText { LocalText(zh: name(.zh), en: name(.en)) }
}
