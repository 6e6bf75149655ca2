import MarkdownTree
import PlanSource

/// Walks the blocks of a document once and turns them into sections, elements and tables.
struct TreeBuilder {
  private let document: MarkdownDocument
  var lexer: Lexer
  private var memory: PhraseMemory
  private(set) var sections: [PlanTree.Section] = [.init(kind: nil, parent: -1, element: -1, level: 0)]
  private(set) var elements: [PlanTree.Element] = []
  private(set) var tables: [PlanTable] = []
  private(set) var links: [PlanLink] = []
  private var text = InlineText()
  /// Open sections, the file's first; an item's section ends with its block.
  private var openSections: [(section: Int32, level: Int, endBlock: Int)] = [(0, 0, Int.max)]
  /// Open items, the outermost first.
  private var openItems: [(element: Int32, endBlock: Int)] = []
  private var lastHeadingLevel = 0

  init(_ document: MarkdownDocument, _ lexer: Lexer, _ memory: consuming PhraseMemory) {
    self.document = document
    self.lexer = lexer
    self.memory = memory
  }

  /// Takes the memory out of the builder, so that nobody else holds it.
  mutating func handOverMemory() -> PhraseMemory {
    var memory = PhraseMemory()
    swap(&memory, &self.memory)
    return memory
  }

  mutating func build(_ bytes: Span<UInt8>) {
    var index = 1
    while index < document.blocks.count {
      let block = document.blocks[index]
      closeScopes(before: index)
      switch block.kind {
      case .heading: heading(bytes, index, block)
      case .item: item(bytes, index, block)
      case .paragraph: paragraph(bytes, index, block)
      case .table: table(bytes, index, block)
      case .code, .html, .linkDefinition, .thematicBreak:
        index = Int(block.subtreeEnd)
        continue
      case .quote:
        if document.blocks[index - 1].kind == .item { note(.comparator, bytes.comparator(at: Int(block.start))) }
      case .bulletList: noteSign(bytes, index, block)
      case .document, .orderedList: break
      }
      index += 1
    }
  }

  private mutating func closeScopes(before index: Int) {
    while let last = openItems.last, last.endBlock <= index { openItems.removeLast() }
    while let last = openSections.last, last.endBlock <= index { openSections.removeLast() }
  }

  private var section: Int32 { openSections.last?.section ?? 0 }

  private mutating func add(
    _ kind: PlanTree.Element.Kind, _ block: Int, _ phrase: Phrase, task: TaskBox? = nil, table: Int = -1
  ) {
    elements.append(
      PlanTree.Element(
        kind: kind, block: Int32(block), section: section, parentItem: openItems.last?.element ?? -1,
        depth: UInt16(truncatingIfNeeded: openItems.count), phrase: phrase, task: task, table: Int32(table)))
  }

  // MARK: Markup

  /// Keeps what the text that was just loaded holds besides words.
  private mutating func noteMarkup() {
    for link in text.links { links.append(PlanLink(link, in: text)) }
    for range in text.unclosedEmphasis { note(.emphasis, range) }
  }

  private mutating func note(_ trap: TextTrap, _ range: Range<Int>?) {
    if let range { lexer.problems.append(SyntaxProblem(.trap(trap), range)) }
  }

  private mutating func noteSign(_ bytes: Span<UInt8>, _ index: Int, _ block: Block) {
    let before = document.blocks[index - 1]
    guard before.kind == .paragraph, before.parent == block.parent, index + 1 < document.blocks.count,
      document.blocks[index + 1].subtreeEnd == block.subtreeEnd
    else { return }
    note(.sign, bytes.sign(at: Int(block.start), below: Int(before.end)))
  }

  // MARK: Headings

  private mutating func heading(_ bytes: Span<UInt8>, _ index: Int, _ block: Block) {
    if block.isSetext, bytes.isUnderlinedByRule(block.range) {
      text.load(bytes, document, block: index)
      if text.bytes.span.holdsLabel { return underlined(index) }
    }
    let (phrase, _) = firstPhrase(bytes, index)
    openSection(phrase, level: Int(block.level), endBlock: Int.max)
    lastHeadingLevel = Int(block.level)
    add(.heading, index, phrase)
  }

  /// The first phrase of a heading or an item's paragraph, and what else stands in its text.
  private mutating func firstPhrase(_ bytes: Span<UInt8>, _ index: Int) -> (Phrase, rest: ArraySlice<Range<Int>>) {
    // The same words may lead elsewhere where a file defines links.
    let key =
      document.hasLinkDefinitions
      ? nil : PhraseMemory.key(bytes, document.textRange(bytes, ofBlock: index), as: .line)
    if let key, let known = memory.recall(key, bytes, into: &lexer) { return (known.phrase, []) }
    let mark = lexer.mark
    text.load(bytes, document, block: index)
    noteMarkup()
    let isItem = document.blocks[index].kind == .paragraph
    let hasLines = isItem && text.lineCount > 1
    let runs = hasLines ? text.bytes.span.runs : [0..<text.bytes.count]
    if hasLines { text.joinLines() }
    let phrase = runs.first.map { lexer.phrase(text, $0) } ?? .empty
    if let key, runs.count == 1, text.links.isEmpty, memory.comesAgain(key) {
      memory.keep(key, bytes, phrase, .text, lexer, since: mark)
    }
    return (phrase, runs.dropFirst())
  }

  /// Labelled lines right above `---`: text and a rule were meant, and are read as such.
  private mutating func underlined(_ index: Int) {
    noteMarkup()
    let runs = text.bytes.span.runs
    text.joinLines()
    note(.underlined, text.sourceRange(0..<text.bytes.count))
    for run in runs { add(.paragraph, index, lexer.phrase(text, run)) }
  }

  private mutating func openSection(_ phrase: Phrase, level: Int, endBlock: Int) {
    while let last = openSections.last, last.level >= level, openSections.count > 1 { openSections.removeLast() }
    let kind = lexer.sectionKind(of: phrase)
    sections.append(
      .init(kind: kind, parent: section, element: Int32(elements.count), level: UInt8(clamping: level)))
    openSections.append((Int32(sections.count - 1), level, endBlock))
  }

  // MARK: Items

  private mutating func item(_ bytes: Span<UInt8>, _ index: Int, _ block: Block) {
    let first = index + 1
    let end = Int(block.subtreeEnd)
    let hasText = first < end && document.blocks[first].kind == .paragraph
    guard !hasText else { return openItem(bytes, index, block, paragraph: first) }
    add(.item, index, .empty, task: block.task)
    openItems.append((Int32(elements.count - 1), end))
  }

  private mutating func openItem(_ bytes: Span<UInt8>, _ index: Int, _ block: Block, paragraph: Int) {
    let (phrase, rest) = firstPhrase(bytes, paragraph)
    let end = Int(block.subtreeEnd)
    // An item that is only a label, or only names a section, scopes its children like a heading.
    let isScope = end > paragraph + 1 && phrase.body.isEmpty || phrase.colon < 0 && isSectionName(phrase)
    if isScope, lexer.sectionKind(of: phrase) != nil {
      openSection(phrase, level: Self.itemLevel + openItems.count, endBlock: end)
    }
    add(.item, index, phrase, task: block.task)
    openItems.append((Int32(elements.count - 1), end))
    for run in rest {
      let phrase = lexer.phrase(text, run)
      if phrase.colon >= 0, bytes.beginsLine(Int(phrase.start)) { note(.swallowed, phrase.range) }
      add(.paragraph, paragraph, phrase)
    }
  }

  /// Sections that items open lie below all headings.
  private static let itemLevel = 100

  /// Whether every token is a word that names a section.
  private func isSectionName(_ phrase: Phrase) -> Bool {
    !phrase.isEmpty
      && phrase.tokens.allSatisfy { index in
        let token = lexer.tokens[index]
        return token.kind == .word && lexer.lexicon[token.value].section != nil
      }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ bytes: Span<UInt8>, _ index: Int, _ block: Block) {
    if let item = openItems.last, Int(elements[Int(item.element)].block) == index - 1,
      !elements[Int(item.element)].phrase.isEmpty
    {
      return  // The item's own first paragraph.
    }
    // Inside an item no line stands for a heading, so the same words may be read otherwise there.
    let key =
      document.hasLinkDefinitions || !openItems.isEmpty
      ? nil : PhraseMemory.key(bytes, document.textRange(bytes, ofBlock: index), as: .paragraph)
    if let key, let known = memory.recall(key, bytes, into: &lexer) {
      return add(.paragraph, index, known.phrase)
    }
    let mark = lexer.mark
    text.load(bytes, document, block: index)
    noteMarkup()
    let hasLines = text.lineCount > 1
    let runs = hasLines ? text.bytes.span.runs : [0..<text.bytes.count]
    if hasLines { text.joinLines() }
    defer {
      if let key, !hasLines, text.links.isEmpty, let last = elements.last, last.kind == .paragraph,
        memory.comesAgain(key)
      {
        memory.keep(key, bytes, last.phrase, .text, lexer, since: mark)
      }
    }
    for run in runs {
      let line = text.bytes.span.trimmed(run)
      guard !line.isEmpty else { continue }
      if isBoldHeading(line) {
        let phrase = lexer.phrase(text, line)
        openSection(phrase, level: lastHeadingLevel + 1, endBlock: Int.max)
        add(.boldHeading, index, phrase)
      } else if let marker = text.bytes.span.looseMarker(line), !bytes.isCode(text.sourceRange(marker)) {
        let source = text.sourceRange(marker)
        lexer.problems.append(SyntaxProblem(.looksLikeList, source))
        add(.looseItem, index, lexer.phrase(text, marker.upperBound..<line.upperBound))
      } else {
        let start = text.sourceRange(line).lowerBound
        if openItems.isEmpty, let marks = bytes.headingMarks(at: start), !bytes.isCode(marks) {
          looseHeading(index, marks, line)
        } else {
          add(.paragraph, index, lexer.phrase(text, line))
        }
      }
    }
  }

  /// Longer bold lines are sentences.
  private static let longestBoldHeading = 120

  /// `###标题`: a heading was meant, and is read as one.
  private mutating func looseHeading(_ index: Int, _ marks: Range<Int>, _ line: Range<Int>) {
    note(.headingMarks, marks)
    let phrase = lexer.phrase(text, line.lowerBound + marks.count..<line.upperBound)
    let level = text.bytes[line.lowerBound] == UInt8(ascii: "#") ? marks.count : marks.count / 3
    openSection(phrase, level: level, endBlock: Int.max)
    lastHeadingLevel = level
    add(.boldHeading, index, phrase)
  }

  /// A line that is one bold run, with or without a colon, and states no value.
  private func isBoldHeading(_ line: Range<Int>) -> Bool {
    guard openItems.isEmpty, line.count <= Self.longestBoldHeading else { return false }
    let bytes = text.bytes.span
    let bare = bytes.withoutColon(line)
    return text.strong.contains { strong in
      let inside = bytes.withoutColon(bytes.trimmed(strong))
      return inside.lowerBound <= line.lowerBound && inside.upperBound >= bare.upperBound
        && strong.upperBound <= line.upperBound && !bytes.hasColon(inside)
    }
  }

  // MARK: Tables

  private mutating func table(_ bytes: Span<UInt8>, _ index: Int, _ block: Block) {
    guard block.payload >= 0, Int(block.payload) < document.tables.count else { return }
    let table = document.tables[Int(block.payload)]
    guard table.columnCount > 0 else { return }
    var cells: [Phrase] = []
    var states: [PlanTable.CellState] = []
    cells.reserveCapacity(table.cells.count)
    states.reserveCapacity(table.cells.count)
    for cell in table.cells {
      let (phrase, state) = self.cell(bytes, cell, table.origin)
      cells.append(phrase)
      states.append(state)
    }
    let caption = elements.last.map { $0.kind == .paragraph || $0.kind == .looseItem ? elements.count - 1 : -1 } ?? -1
    tables.append(
      PlanTable(
        table: Int(block.payload), columnCount: table.columnCount, rowCount: table.cells.count / table.columnCount,
        cells: cells, states: states, caption: Int32(caption)))
    let place = Phrase(blank: Int(block.start)..<Int(block.end), at: lexer.tokens.count)
    add(.table, index, place, table: tables.count - 1)
  }

  private mutating func cell(
    _ bytes: Span<UInt8>, _ cell: Table.Cell, _ origin: Table.Origin
  ) -> (Phrase, PlanTable.CellState) {
    guard !cell.isEmpty else { return (.empty, .blank) }
    if origin == .pipe, let number = lexer.number(bytes, cell.range) { return (number, .text) }
    let key = origin == .pipe ? PhraseMemory.key(bytes, cell.range, as: .cell) : nil
    if let key, let known = memory.recall(key, bytes, into: &lexer) { return known }
    let mark = lexer.mark
    text.load(bytes, cell: cell, origin: origin)
    noteMarkup()
    let all = 0..<text.bytes.count
    let state = lexer.state(text, all)
    let phrase = state == .blank ? Phrase(blank: cell.range, at: lexer.tokens.count) : lexer.phrase(text, all)
    if let key, text.links.isEmpty, memory.comesAgain(key) {
      memory.keep(key, bytes, phrase, state, lexer, since: mark)
    }
    return (phrase, state)
  }
}

extension Phrase {
  /// A place without tokens.
  fileprivate init(blank range: Range<Int>, at token: Int) {
    self.init(
      start: UInt32(range.lowerBound), end: UInt32(range.upperBound), firstToken: Int32(token), endToken: Int32(token),
      colon: -1)
  }
}

extension Lexer {
  /// What a heading is about: the last section word before a `by` or `for`, so that `目标分解` is a breakdown.
  fileprivate func sectionKind(of phrase: Phrase) -> SectionKind? {
    var kind: SectionKind?
    for index in phrase.tokens {
      let token = tokens[index]
      if token.kind == .word, let section = lexicon[token.value].section { kind = section }
      if token.kind == .open, kind != nil { break }
    }
    return kind
  }

  func state(_ text: InlineText, _ range: Range<Int>) -> PlanTable.CellState {
    switch blankOrPlaceholder(text.bytes.span, range) {
    case .blank: .blank
    case .placeholder: .placeholder
    case nil: .text
    }
  }
}
