package import PlanSyntax

/// Numbers as people read them: `-1,234.50`.
package enum GroupedNumber {
  /// All digits of the number, thousands apart, and at least `decimals` behind the point.
  package static func text(_ number: ExactDecimal, decimals: Int = 0) -> String {
    let plain = number.magnitude.description
    let parts = plain.split(separator: ".", maxSplits: 1)
    let whole = Array((parts.first ?? "0").utf8)
    var bytes: [UInt8] = number.isNegative ? [UInt8(ascii: "-")] : []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    let fraction = parts.count > 1 ? parts[1] : ""
    if max(fraction.utf8.count, decimals) > 0 { bytes.append(UInt8(ascii: ".")) }
    bytes.append(contentsOf: fraction.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, decimals - fraction.utf8.count)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Rounded half up to exactly `decimals` behind the point, without grouping: `84.000000`.
  package static func fixed(_ number: ExactDecimal, decimals: Int) -> String {
    let plain = number.rounded(digits: decimals).description
    let behind = plain.firstIndex(of: ".").map { plain[plain.index(after: $0)...].utf8.count } ?? 0
    guard decimals > behind else { return plain }
    return plain + (behind == 0 ? "." : "") + String(repeating: "0", count: decimals - behind)
  }
}
