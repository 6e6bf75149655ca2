/// Writes one JSON text; keys stand in the order in which they are written.
///
/// The caller opens and closes objects and arrays in pairs; commas are its own affair.
struct JSONWriter {
  private(set) var buffer: OutputBuffer
  private var needsComma = false

  init(_ buffer: OutputBuffer = OutputBuffer()) {
    self.buffer = buffer
  }

  enum Container { case object, array }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    begin(.object)
    members(&self)
    end(.object)
  }

  mutating func array(_ elements: (inout JSONWriter) -> Void) {
    begin(.array)
    elements(&self)
    end(.array)
  }

  /// Opens a container; for trees that are written without recursion.
  mutating func begin(_ container: Container) {
    comma()
    buffer.append(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    needsComma = false
  }

  mutating func end(_ container: Container) {
    buffer.append(container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    needsComma = true
  }

  mutating func key(_ name: String) {
    comma()
    quoted(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String?) {
    guard let text else { return null() }
    comma()
    quoted(text)
  }

  mutating func number(_ value: Int) { token(String(value)) }

  /// A decimal number as it is written; the caller knows that it is one.
  mutating func number(verbatim digits: String) { token(digits) }

  mutating func bool(_ value: Bool) { token(value ? "true" : "false") }

  mutating func null() { token("null") }

  mutating func member(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// An array with each element on a line of its own.
  mutating func lines<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    array { json in
      for (index, element) in elements.enumerated() {
        json.buffer.append(index == 0 ? "\n" : ",\n")
        json.needsComma = false
        write(&json, element)
      }
      if !elements.isEmpty { json.buffer.append("\n") }
    }
  }

  /// Ends the text's last line.
  mutating func finish() -> OutputBuffer {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
    return buffer
  }

  private mutating func token(_ text: String) {
    comma()
    buffer.append(text)
  }

  private mutating func comma() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    if text.unicodeScalars.contains(where: Self.needsEscape) {
      for scalar in text.unicodeScalars { append(scalar) }
    } else {
      buffer.append(text)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// What JSON must escape, and what must not reach a terminal as it is.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || TerminalText.isHidden(scalar)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": buffer.append("\\\"")
    case "\\": buffer.append("\\\\")
    case "\n": buffer.append("\\n")
    case "\r": buffer.append("\\r")
    case "\t": buffer.append("\\t")
    case _ where TerminalText.isHidden(scalar):
      for unit in Character(scalar).utf16 {
        let digits = String(unit, radix: 16)
        buffer.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: buffer.append(String(Character(scalar)))
    }
  }
}
