import MarkdownTree
import PlanSource
import PlanSyntax

/// What headers and row labels meant before: the same few head the tables of a whole book.
///
/// A label is known by its bytes. What is remembered changes no result, only the time it takes; a full memory forgets
/// everything.
struct HeaderMemory: Sendable {
  private struct Entry: Sendable {
    /// Where the bytes stand in `texts`.
    let text: Int
    let length: Int
    let meaning: HeaderMeaning
  }

  /// By hash: one more than the index in `entries`, 0 for none.
  /// Empty until the first label.
  private var places: [UInt32] = []
  private var entries: [Entry] = []
  private var texts: [UInt8] = []

  private static let placeCount = 1 << 12
  private static let longest = 64
  private static let entryLimit = 1 << 13

  /// - Parameter cell: Index in `table.cells`.
  mutating func meaning(
    ofCell cell: Int, _ table: PlanTable, _ tree: PlanTree, _ book: BookContext, _ source: SourceFile
  ) -> HeaderMeaning {
    let bytes = source.bytes.span
    let phrase = table.cells[cell]
    let range = tree.document.tables[table.table].cells[cell].range
    // Where there is markup the same bytes may mean something else in another kind of table.
    guard !range.isEmpty, range.count <= Self.longest, range.upperBound <= bytes.count, bytes.isPlainText(range)
    else { return HeaderMeaning(phrase, tree, book, source) }
    if places.isEmpty { places = [UInt32](repeating: 0, count: Self.placeCount) }
    let place = Int(truncatingIfNeeded: bytes.fingerprint(range)) & (Self.placeCount - 1)
    if places[place] > 0 {
      let known = entries[Int(places[place]) - 1]
      if known.length == range.count, bytes.equals(range, texts.span, at: known.text) {
        return known.meaning.moved(to: phrase.range)
      }
    }
    let meaning = HeaderMeaning(phrase, tree, book, source)
    if entries.count >= Self.entryLimit {
      for place in places.indices { places[place] = 0 }
      entries.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
    entries.append(Entry(text: texts.count, length: range.count, meaning: meaning))
    for index in range { texts.append(bytes[index]) }
    places[place] = UInt32(entries.count)
    return meaning
  }
}
