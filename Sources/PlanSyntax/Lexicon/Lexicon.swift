/// Every word that plans are read with: the built-in lists, the metrics, and the names that the book declares.
///
/// Built once a run and shared by all files.
package final class Lexicon: Sendable {
  package let words: [Word]
  /// Organization nodes by name; more than one where the book uses a name twice.
  package let owners: [[Int32]]
  package let dimensionValues: [DeclaredDimension]
  package let table: WordTable
  /// Whether the unit of a metric is money, by metric index.
  package let metricIsMoney: [Bool]

  package init(_ vocabulary: Vocabulary) {
    words = vocabulary.words
    owners = vocabulary.owners
    dimensionValues = vocabulary.dimensionValues
    table = vocabulary.table
    metricIsMoney = vocabulary.metricIsMoney
  }

  package subscript(_ index: UInt32) -> Word { words[Int(index)] }
}
