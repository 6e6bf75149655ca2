import MarkdownTree
package import PlanSource

/// Reads files into `PlanTree`s. Reading never fails: any bytes give a tree and a list of problems.
package struct PlanReader: Sendable {
  private let lexicon: Lexicon
  private let quantityReader = QuantityReader()
  private let periodReader = PeriodReader()
  private let beginnings: Beginnings
  private let memories = MemoryPool { PhraseMemory() }

  /// Larger files are reported and not read.
  package static let largestFile = 64 << 20

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    beginnings = Beginnings(lexicon.table, UnitWords.shared)
  }

  package func read(_ file: SourceFile) -> PlanTree {
    let bytes = file.bytes.span
    var problems: [SyntaxProblem] = []
    guard bytes.count <= Self.largestFile else {
      problems.append(SyntaxProblem(.tooLarge, 0..<0))
      return PlanTree(unread: file.id, problems: problems)
    }
    var start = bytes.startsWithByteOrderMark ? 3 : 0
    let split = FrontMatter.split(bytes, from: start)
    if let split, split.content.count > FrontMatter.largest {
      problems.append(SyntaxProblem(.frontMatterTooLarge, start..<start + 3))
      return PlanTree(unread: file.id, problems: problems)
    }
    EncodingCheck.check(bytes, &problems)
    var frontMatter: FrontMatter?
    if let split {
      let (front, found) = FrontMatter.read(bytes, split.content)
      problems += found.map { SyntaxProblem(.frontMatter($0.kind), $0.range) }
      frontMatter = front
      start = split.bodyStart
    }
    let document = MarkdownDocument.parse(bytes, from: start)
    problems += document.problems.map { SyntaxProblem(.markdown($0), $0.place) }
    var lexer = Lexer(lexicon, quantityReader, periodReader, beginnings)
    swap(&lexer.problems, &problems)
    var builder = TreeBuilder(document, lexer, memories.take())
    builder.build(bytes)
    memories.giveBack(builder.handOverMemory())
    var suppressions = SuppressionReader.read(file.bytes, comments: document.comments)
    if let front = frontMatter, !front.disabledRules.isEmpty {
      suppressions.insert(
        Suppression(
          reach: .bytes(0..<bytes.count), rules: front.disabledRules.map { .init(text: $0.value, range: $0.range) },
          range: front.disabling ?? front.disabledRules[0].range, reason: nil), at: 0)
    }
    return PlanTree(
      file: file.id, document: document, frontMatter: frontMatter, sections: builder.sections,
      elements: builder.elements, tables: builder.tables, tokens: builder.lexer.tokens,
      quantities: builder.lexer.quantities, periods: builder.lexer.periods, problems: builder.lexer.problems,
      links: builder.links, suppressions: suppressions)
  }

  /// The tokens of a text that is no file: an option, a folder's name, a value of the front matter.
  package func tokens(of text: String) -> PlanTree {
    read(SourceFile(id: FileID(0), path: "", bytes: Array(text.utf8)))
  }
}

extension PlanTree {
  fileprivate convenience init(unread file: FileID, problems: [SyntaxProblem]) {
    self.init(
      file: file, document: MarkdownDocument.parse([UInt8]().span, from: 0), frontMatter: nil,
      sections: [Section(kind: nil, parent: -1, element: -1, level: 0)], elements: [], tables: [], tokens: [],
      quantities: [], periods: [], problems: problems, links: [], suppressions: [])
  }
}

extension MarkdownProblem {
  fileprivate var place: Range<Int> {
    switch self {
    case .tooDeep(let at), .unclosedHTMLTable(let at): at..<at
    case .rowCellCount(let row, _, _): row
    case .delimiterCellCount(let line, _, _), .listInsteadOfDelimiterRow(let line): line
    }
  }
}

extension Span<UInt8> {
  fileprivate var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}
