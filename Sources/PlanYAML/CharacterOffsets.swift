/// Byte offsets of characters: libyaml counts characters, everything else here counts bytes.
struct CharacterOffsets {
  private static let step = 64

  /// The byte offset of every 64th character.
  private var marks: [UInt32] = [0]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    var character = 0
    var offset = 0
    while offset < bytes.count {
      offset = next(after: offset)
      character += 1
      if character % Self.step == 0 { marks.append(UInt32(offset)) }
    }
  }

  /// The offset of the first byte of a character; the end for a character behind the last.
  func byteOffset(ofCharacter index: Int) -> Int {
    let mark = min(index / Self.step, marks.count - 1)
    var offset = Int(marks[mark])
    var left = index - mark * Self.step
    while left > 0, offset < bytes.count {
      offset = next(after: offset)
      left -= 1
    }
    return offset
  }

  /// Ill-formed bytes never get a mark behind them: libyaml stops at the first one.
  private func next(after offset: Int) -> Int {
    var next = offset + 1
    while next < bytes.count, unsafe bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
