/// A fixed sequence of numbers, so that generated texts are the same in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }

  /// Up to `length` pieces in a row.
  mutating func text(of pieces: [String], upTo length: Int) -> String {
    (0...roll(length)).map { _ in pieces[roll(pieces.count)] }.joined()
  }
}
