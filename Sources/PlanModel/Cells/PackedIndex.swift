/// Numbers keys of 64 bits in the order in which they come: an open-addressed table without an object for each key.
struct PackedIndex {
  private(set) var keys: [UInt64] = []
  private var slots: [UInt32]
  private var mask: Int
  private var last: (key: UInt64, id: UInt32)?

  private static let free = UInt32.max

  init() {
    slots = Array(repeating: Self.free, count: 1 << 10)
    mask = slots.count - 1
  }

  var count: Int { keys.count }

  mutating func intern(_ key: UInt64) -> UInt32 {
    if let last, last.key == key { return last.id }
    var slot = Self.hash(key) & mask
    while slots[slot] != Self.free {
      if keys[Int(slots[slot])] == key {
        last = (key, slots[slot])
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    let id = UInt32(keys.count)
    keys.append(key)
    slots[slot] = id
    if keys.count * 2 > slots.count { grow() }
    last = (key, id)
    return id
  }

  func find(_ key: UInt64) -> UInt32? {
    var slot = Self.hash(key) & mask
    while slots[slot] != Self.free {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: Self.free, count: slots.count * 2)
    mask = slots.count - 1
    for (id, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] != Self.free { slot = (slot + 1) & mask }
      slots[slot] = UInt32(id)
    }
  }

  private static func hash(_ key: UInt64) -> Int {
    // Multiplication moves information upwards only; the second step brings it down to the bits that are used.
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 12)
  }
}
