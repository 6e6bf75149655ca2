/// A name as it is compared: full-width ASCII made narrow, letters in lower case, blanks removed.
///
/// Two spellings of one name (`Ana Torres`, `ａｎａ　torres`) fold to equal values.
package struct FoldedName: Hashable, Sendable {
  package let text: String

  package init(_ name: some StringProtocol) {
    var folded = ""
    var hasOtherLetters = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      // White space, as Unicode lists it.
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: continue
      // Joiners and byte order marks come along in copied names and show nothing.
      case 0x200B...0x200D, 0x2060, 0xFEFF: continue
      case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
      case 0xFF21...0xFF3A: folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEC0) ?? scalar)
      case 0xFF01...0xFF5E: folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default:
        hasOtherLetters = hasOtherLetters || (scalar.value >= 0x80 && scalar.value < 0x2E80)
        folded.unicodeScalars.append(scalar)
      }
    }
    text = hasOtherLetters ? folded.lowercased() : folded
  }

  package var isEmpty: Bool { text.isEmpty }
}
