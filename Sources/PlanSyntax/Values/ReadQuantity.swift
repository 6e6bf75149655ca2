/// What stands where a number was meant.
package enum ReadQuantity: Hashable, Sendable {
  case quantity(Quantity)
  case unreadable(QuantityProblem)
  /// `TBD`, `???`, `xx万`, `$N`: something is to be filled in.
  case placeholder
}

/// Why something that was meant as an amount is none, or is a doubtful one.
package enum QuantityProblem: UInt8, Hashable, Sendable {
  /// `1,234,5678`.
  case mixedGrouping
  /// More than 128 bits.
  case overflow
  /// `1.2.3万`, `800-300家`.
  case malformed
  /// `¥800 × 12 = ¥9,700`: the quantity is the result as written and bears `isMiscalculated`.
  case wrongArithmetic
}

/// What a cell or value holds that states nothing.
package enum BlankKind: Hashable, Sendable {
  /// Nothing, `-`, `/`, `无`, `N/A`: not stated, which is not zero.
  case blank
  /// `TBD`, `???`, `xx万`, `待定`, `[$N]`, `___`.
  case placeholder
}

/// A unit on its own, as headers and captions have it.
package struct UnitReading: Hashable, Sendable {
  package let unit: WrittenUnit
  /// The power of ten of the magnitude word: 4 for `万元`.
  package let magnitude: Int

  package init(unit: WrittenUnit, magnitude: Int) {
    self.unit = unit
    self.magnitude = magnitude
  }
}
