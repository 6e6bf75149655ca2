/// Two numbers as one: `300–800`, `¥50-100万`, `5 to 8 deals`.
extension QuantityReader {
  enum RangeReading {
    case none
    /// What follows shows that the first number is none either: a telephone number, a date, `3-5月`.
    case refused
    case range(WrittenTerm, WrittenTerm)
  }

  func range(_ first: WrittenTerm, _ text: Span<UInt8>, _ end: Int) -> RangeReading {
    guard first.end < end, first.kind == .amount, let start = afterRangeSign(first, text, end), start.offset < end
    else { return .none }
    guard let second = term(text, start.offset, end), second.kind == .amount, second.sign == nil else {
      return start.isTight && text.digit(start.offset, end) != nil ? .refused : .none
    }
    if start.isHyphen, text.folded(second.end, end) == UInt8(ascii: "-"), second.end < end,
      text.digit(second.end + text.foldedByte(at: second.end, end: end).width, end) != nil
    {
      return .refused
    }
    if first.hasLeadingZero || second.hasLeadingZero { return start.isTight ? .refused : .none }
    return joined(first, second, isTight: start.isTight)
  }

  /// The range of two numbers: magnitude and unit complete leftwards.
  private func joined(_ first: WrittenTerm, _ second: WrittenTerm, isTight: Bool) -> RangeReading {
    var lower = first
    var upper = second
    if upper.unit == .none, lower.unit != .none {
      // `50%-80`: the unit is the first one's; but `3家-300万` are two numbers.
      if upper.magnitude != 0, case .count = lower.unit { return .none }
      upper.unit = lower.unit
    } else if lower.unit != .none, lower.unit != upper.unit, !isMoney(lower.unit, upper.unit) {
      return .none
    }
    if case .money(nil) = upper.unit, case .money(_?) = lower.unit { upper.unit = lower.unit }
    if lower.magnitude == 0, upper.magnitude != 0,
      let scaled = lower.value.scaled(byPowerOfTen: Int(upper.magnitude)), scaled <= upper.value
    {
      lower.value = scaled
      lower.precision = Int8(clamping: Int(lower.precision) + Int(upper.magnitude))
    } else if lower.magnitude != 0, upper.magnitude == 0, upper.value < lower.value,
      let scaled = upper.value.scaled(byPowerOfTen: Int(lower.magnitude)), scaled >= lower.value
    {
      upper.value = scaled
      upper.magnitude = lower.magnitude
      upper.precision = Int8(clamping: Int(upper.precision) + Int(lower.magnitude))
    }
    if upper.isBare, first.isBare, upper.value < lower.value, lower.problem == nil, upper.problem == nil {
      return isTight ? .refused : .none
    }
    return .range(lower, upper)
  }

  /// `from 88% to 93%`, 从85%到90%: where things stand and where they are to go, two numbers.
  func isChange(_ first: WrittenTerm, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let sign = text.afterBlanks(first.end, end)
    guard text.says("to ", sign, end) || text.says("到", sign, end) || text.says("至", sign, end) else { return false }
    return text.saysFrom(before: at)
  }

  private func isMoney(_ lhs: WrittenUnit, _ rhs: WrittenUnit) -> Bool {
    if case .money = lhs, case .money = rhs { true } else { false }
  }

  private func afterRangeSign(
    _ first: WrittenTerm, _ text: Span<UInt8>, _ end: Int
  ) -> (offset: Int, isTight: Bool, isHyphen: Bool)? {
    let sign = text.afterBlanks(first.end, end)
    guard sign < end else { return nil }
    let isTight = sign == first.end
    let folded = text.foldedByte(at: sign, end: end)
    if folded.byte == UInt8(ascii: "-") || folded.byte == UInt8(ascii: "~") {
      let next = text.afterBlanks(sign + folded.width, end)
      // `300 -200` is a number and a negative one.
      guard isTight == (next == sign + folded.width) else { return nil }
      return (next, isTight, folded.byte == UInt8(ascii: "-"))
    }
    if text.says("–", sign, end) || text.says("—", sign, end) || text.says("至", sign, end) || text.says("到", sign, end)
    {
      let width = text.says("——", sign, end) ? 6 : 3
      return (text.afterBlanks(sign + width, end), isTight, false)
    }
    guard !isTight, text.says("to ", sign, end) else { return nil }
    return (text.afterBlanks(sign + 3, end), false, false)
  }
}
