/// Calculations that are written out: `¥800/月 × 12 = ¥9,600`.
extension QuantityReader {
  private enum Operation {
    case add
    case subtract
    case multiply
    case divide

    var keepsUnit: Bool { self == .add || self == .subtract }
  }

  /// What a calculation says and what it comes to; `nil` as result for `7×24`, which is none.
  struct Calculation {
    var result: Reading<ReadQuantity>?
    var computed: ExactDecimal?
  }

  /// What the calculation that starts at `offset` comes to; `nil` where there is none or it leaves the range.
  package func computed(_ text: Span<UInt8>, at offset: Int, end bound: Int) -> ExactDecimal? {
    guard offset >= 0, offset < bound, bound <= text.count, let first = term(text, offset, bound) else { return nil }
    return calculation(first, text, bound)?.computed
  }

  private static let longestCalculation = 24

  /// The calculation that begins with `first`.
  func calculation(_ first: WrittenTerm, _ text: Span<UInt8>, _ end: Int) -> Calculation? {
    guard var next = operation(text, afterRate(text, first.end, end), end) else { return nil }
    let isGrid = next.operation == .multiply && first.isPlain && next.isTight
    var sum: ExactDecimal? = .zero
    var product: ExactDecimal? = first.operand
    var isNegative = false
    var isRounded = first.unit == .percent
    var money = first.unit.currencyUnit
    var isBare = first.isBare
    for _ in 0..<Self.longestCalculation {
      guard let operand = term(text, next.end, end), operand.kind == .amount, operand.sign == nil else { break }
      money = money ?? operand.unit.currencyUnit
      isBare = isBare && operand.isBare && next.operation.keepsUnit
      isRounded = isRounded || operand.unit == .percent || next.operation == .divide
      switch next.operation {
      case .multiply: product = product.flatMap { $0.multiplied(by: operand.operand) }
      case .divide: product = product.flatMap { $0.divided(by: operand.operand, digits: 12) }
      case .add, .subtract:
        sum = Self.total(sum, product, isNegative)
        product = operand.operand
        isNegative = next.operation == .subtract
      }
      let close = afterRate(text, operand.end, end)
      let sign = text.afterBlanks(close, end)
      if sign < end, text.folded(sign, end) == UInt8(ascii: "=") {
        let start = text.afterBlanks(sign + text.foldedByte(at: sign, end: end).width, end)
        guard start < end, let result = term(text, start, end), result.kind == .amount else { break }
        var total = Self.total(sum, product, isNegative)
        // `100 + 200 = 300万`: the magnitude stands for all.
        if isBare { total = total.flatMap { $0.scaled(byPowerOfTen: Int(result.magnitude)) } }
        return compared(result, total, money, isRounded)
      }
      guard let following = operation(text, close, end) else { break }
      next = following
    }
    return isGrid ? Calculation(result: nil, computed: nil) : nil
  }

  private static func total(_ sum: ExactDecimal?, _ product: ExactDecimal?, _ isNegative: Bool) -> ExactDecimal? {
    guard let sum, let product else { return nil }
    return isNegative ? sum.subtracting(product) : sum.adding(product)
  }

  private func compared(
    _ result: WrittenTerm, _ computed: ExactDecimal?, _ money: WrittenUnit?, _ isRounded: Bool
  ) -> Calculation {
    if let problem = result.problem {
      return Calculation(result: Reading(.unreadable(problem), end: result.end), computed: computed)
    }
    var quantity = Quantity(
      value: result.value, unit: result.unit == .none ? money ?? .none : result.unit, magnitude: result.magnitude,
      precision: result.precision)
    // Percentages are calculated with as fractions.
    let computed = result.unit == .percent ? computed?.scaled(byPowerOfTen: 2) : computed
    if let computed {
      let shown = isRounded ? computed.rounded(digits: -Int(result.precision)) : computed
      quantity.isMiscalculated = shown != result.value
    }
    return Calculation(result: Reading(.quantity(quantity), end: result.end), computed: computed)
  }

  private func afterRate(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    if let every = rate(text, at, end) { return every.end }
    // `30万元/家 × 10家`.
    guard text.folded(at, end) == UInt8(ascii: "/") else { return at }
    let next = at + text.foldedByte(at: at, end: end).width
    guard let unit = words.suffix(text, next, end), case .unit = unit.suffix else { return at }
    return unit.end
  }

  private func operation(
    _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> (operation: Operation, end: Int, isTight: Bool)? {
    let sign = text.afterBlanks(at, end)
    guard sign < end else { return nil }
    let folded = text.foldedByte(at: sign, end: end)
    let operation: Operation
    var width = folded.width
    switch folded.byte {
    case UInt8(ascii: "+"): operation = .add
    case UInt8(ascii: "*"), UInt8(ascii: "x"): operation = .multiply
    case UInt8(ascii: "-"): operation = .subtract
    case UInt8(ascii: "/"): operation = .divide
    case 0xC3 where text.says("×", sign, end):
      operation = .multiply
      width = 2
    case 0xC3 where text.says("÷", sign, end):
      operation = .divide
      width = 2
    case 0xE2 where text.says("−", sign, end) || text.says("–", sign, end):
      operation = .subtract
      width = 3
    default: return nil
    }
    let next = text.afterBlanks(sign + width, end)
    guard next < end else { return nil }
    return (operation, next, sign == at && next == sign + width)
  }
}

extension WrittenTerm {
  /// The number to calculate with: percentages as fractions.
  fileprivate var operand: ExactDecimal {
    unit == .percent ? value.scaled(byPowerOfTen: -2) ?? value : value
  }
}

extension WrittenUnit {
  fileprivate var currencyUnit: WrittenUnit? {
    if case .money = self { self } else { nil }
  }
}
