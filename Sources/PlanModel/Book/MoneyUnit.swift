/// The unit that people's formats show money in; machine formats always show base units.
package enum MoneyUnit: String, Sendable, CaseIterable {
  case base = "元"
  case thousand = "千元"
  case tenThousand = "万元"
  case hundredMillion = "亿元"
  /// In Chinese the largest of 亿元, 万元 and 元 in which some amount reaches one and none needs more than two decimals;
  /// in English the base unit.
  case auto

  /// The power of ten of one unit; `nil` where the table decides.
  package var power: Int? {
    switch self {
    case .base: 0
    case .thousand: 3
    case .tenThousand: 4
    case .hundredMillion: 8
    case .auto: nil
    }
  }
}
