/// Finds numbered things by their hashes: open addressing over the numbers, with the hashes kept beside them.
///
/// The things themselves are kept by the caller, who says which of those with an equal hash is meant.
struct HashIndex: Sendable {
  private var hashes: [UInt64] = []
  /// Numbers by place; empty while there are so few that looking at all of them is faster.
  private var slots: [UInt32] = []

  private static let free = UInt32.max
  /// So many are found without slots.
  static let few = 8

  init() {}

  var count: Int { hashes.count }

  /// The number of the thing with this hash of which `isMeant` says so.
  func find(_ hash: UInt64, _ isMeant: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return hashes.indices.first { hashes[$0] == hash && isMeant($0) } }
    var slot = place(of: hash)
    while slots[slot] != Self.free {
      let number = Int(slots[slot])
      if hashes[number] == hash, isMeant(number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Makes room for a few.
  mutating func reserve() { hashes.reserveCapacity(Self.few) }

  /// Numbers one more thing.
  mutating func append(_ hash: UInt64) {
    hashes.append(hash)
    if slots.isEmpty ? hashes.count > Self.few : hashes.count * 2 > slots.count {
      spread(over: max(4 * Self.few, slots.count * 2))
    } else if !slots.isEmpty {
      take(hashes.count - 1)
    }
  }

  private mutating func spread(over count: Int) {
    slots = Array(repeating: Self.free, count: count)
    for number in hashes.indices { take(number) }
  }

  private mutating func take(_ number: Int) {
    var slot = place(of: hashes[number])
    while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number)
  }

  private func place(of hash: UInt64) -> Int {
    // Multiplication moves information upwards only; the second step brings it down to the bits that are used.
    let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 12) & (slots.count - 1)
  }
}

/// A hash of bytes and numbers for tables that live only as long as the program runs (FNV-1a).
struct ByteHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 }

  mutating func add(_ text: some StringProtocol) {
    var copy = self
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes { copy.add(UInt64(byte)) }
    }
    if isDone == nil { for byte in text.utf8 { copy.add(UInt64(byte)) } }
    self = copy
  }
}
