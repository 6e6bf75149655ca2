/// Byte offsets of characters: libyaml counts characters, everything else here counts bytes.
struct CharacterOffsets {
  private static let step = 64

  /// The byte offset of every 64th character.
  private var marks: [UInt32] = [0]
  /// The last answer: questions mostly come in the order of the text.
  private var last = (character: 0, offset: 0)
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
  mutating func byteOffset(ofCharacter index: Int) -> Int {
    if index < last.character || index - last.character > Self.step {
      let mark = min(index / Self.step, marks.count - 1)
      last = (mark * Self.step, Int(marks[mark]))
    }
    while last.character < index, last.offset < bytes.count {
      last = (last.character + 1, next(after: last.offset))
    }
    return last.offset
  }

  /// Ill-formed bytes never get a mark behind them: libyaml stops at the first one.
  private func next(after offset: Int) -> Int {
    var next = offset + 1
    while next < bytes.count, unsafe bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
