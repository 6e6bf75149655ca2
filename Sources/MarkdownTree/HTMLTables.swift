extension TreeBuilder {
  mutating func joinHTMLTables(_ bytes: Span<UInt8>) {}
}
extension InlineText {
  mutating func writeHTML(_ source: Span<UInt8>, _ range: Range<Int>) {}
}
