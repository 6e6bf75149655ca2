import PlanModel
import PlanSource
import PlanSyntax

/// A written figure that is not what the numbers around it give.
struct AssertionCheck {
  let assertion: Assertion
  /// What it should say: sums and differences exactly, rates rounded half up to the digits that were written.
  let right: ExactDecimal
  /// What is written less what is right.
  let difference: ExactDecimal

  /// `nil` when the figure is right, or nothing can be said about it.
  init?(_ assertion: Assertion) {
    switch assertion.expected {
    case .number(let number): right = number
    case .ratio(let numerator, let denominator):
      guard let percent = Self.percent(numerator, of: denominator, digits: assertion.digits) else { return nil }
      right = percent
    case .notAggregable: return nil
    }
    guard right != assertion.stated, let difference = assertion.stated.subtracting(right) else { return nil }
    self.assertion = assertion
    self.difference = difference
  }

  /// The right number, as messages show it.
  func text(_ registry: MetricRegistry) -> LocalText {
    AmountWording.text(right, assertion.unit, metric: assertion.metric.map { registry[$0] })
  }

  /// `少 10 次`, `10 short`: how far the written figure is from the right one.
  func gap(_ registry: MetricRegistry) -> LocalText {
    let amount = AmountWording.text(difference.magnitude, assertion.unit, metric: assertion.metric.map { registry[$0] })
    return difference.isNegative
      ? LocalText(zh: "少 \(amount.zh)", en: "\(amount.en) short")
      : LocalText(zh: "多 \(amount.zh)", en: "\(amount.en) too much")
  }

  static func percent(_ numerator: ExactDecimal, of denominator: ExactDecimal, digits: Int) -> ExactDecimal? {
    numerator.scaled(byPowerOfTen: 2)?.divided(by: denominator, digits: digits)
  }

  /// Writes the right number in place of the written one, in the unit and with at least the digits that were written.
  ///
  /// `nil` where the number is not written in plain digits.
  func fix(in file: PlanFile) -> Fix? {
    let text = file.source.text(assertion.range.bytes)
    guard let number = text.firstRange(where: { $0.isNumber }), let shown = shown(groupedLike: text[number]) else {
      return nil
    }
    let corrected = text.replacingSubrange(number, with: shown)
    return Fix(
      title: LocalText(zh: "改为 \(corrected)", en: "write \(corrected)"), safety: .unsafe,
      edits: [Edit(assertion.range, corrected)])
  }

  private func shown(groupedLike written: Substring) -> String? {
    guard let value = right.scaled(byPowerOfTen: -Int(assertion.magnitude)) else { return nil }
    var text = written.contains(",") ? AmountWording.grouped(value) : value.description
    let missing = assertion.digits - Int(value.scale)
    if missing > 0 {
      if value.isWhole { text += "." }
      text += String(repeating: "0", count: missing)
    }
    return text
  }
}

extension Character {
  /// What a number in plain digits is made of.
  fileprivate var isNumber: Bool {
    isASCII && ("0"..."9" ~= self || self == "," || self == "." || self == "-" || self == "+")
  }
}

extension String {
  /// The first run of characters that fulfil a condition and hold a digit; `nil` when the rest holds another.
  fileprivate func firstRange(where isInside: (Character) -> Bool) -> Range<String.Index>? {
    guard let start = firstIndex(where: isInside) else { return nil }
    let end = self[start...].firstIndex { !isInside($0) } ?? endIndex
    guard self[start..<end].contains(where: { "0"..."9" ~= $0 }), !self[end...].contains(where: isInside) else {
      return nil
    }
    return start..<end
  }

  fileprivate func replacingSubrange(_ range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

extension Assertion.Kind {
  var name: LocalText {
    switch self {
    case .total: LocalText(zh: "合计", en: "total")
    case .attainment: LocalText(zh: "完成率", en: "attainment")
    case .variance: LocalText(zh: "差额", en: "variance")
    case .growth: LocalText(zh: "同比", en: "growth")
    case .share: LocalText(zh: "占比", en: "share")
    case .average: LocalText(zh: "平均", en: "average")
    }
  }
}
