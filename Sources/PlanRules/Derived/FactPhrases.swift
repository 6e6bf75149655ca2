import PlanModel
import PlanSource
import PlanSyntax

/// The text around facts of a book, read again for the few that a finding is about.
struct FactPhrases {
  private let cells: BookCells
  private var trees: [FileID: PlanTree] = [:]

  init(_ cells: BookCells) { self.cells = cells }

  /// Whether a number stands in a sentence: no label before it, and words around it that nothing is known about.
  mutating func isInSentence(_ fact: Fact) -> Bool {
    guard let phrase = phrase(of: fact) else { return false }
    return phrase.colon < 0 && !unknownWords(of: fact).isEmpty
  }

  /// The words beside a number that nothing is known about; they may say what it counts. Empty in tables.
  mutating func unknownWords(of fact: Fact) -> [String] {
    guard let phrase = phrase(of: fact), let tree = trees[fact.range.file] else { return [] }
    let source = cells.book.files[Int(fact.range.file.index)].source
    return phrase.tokens.compactMap { index in
      let token = tree.tokens[index]
      guard token.kind == .text else { return nil }
      let word = source.text(token.range)
      return word.contains { $0.isLetter } ? word.lowercased() : nil
    }
  }

  private mutating func phrase(of fact: Fact) -> Phrase? {
    let file = fact.range.file
    let tree = trees[file] ?? cells.context.book.reader.read(cells.book.files[Int(file.index)].source)
    trees[file] = tree
    return tree.elements.first { element in
      element.table < 0 && element.phrase.start <= fact.range.start && fact.range.end <= element.phrase.end
    }?.phrase
  }
}
