/// Something that was read at a place in a text: what, and where it ends.
package struct Reading<Value: Sendable>: Sendable {
  package let value: Value
  /// The offset after the last byte that was read.
  package let end: Int

  package init(_ value: Value, end: Int) {
    self.value = value
    self.end = end
  }
}
