import MarkdownTree
package import PlanModel
import PlanSource
import PlanSyntax

/// Writes the typed tree of one plan as JSON: every node has `type` and `range`, a half-open run of bytes of the file.
///
/// The schema is `docs/schemas/tree.schema.json`.
package struct TreeDump {
  private let file: PlanFile
  private let lexicon: Lexicon
  private let registry: MetricRegistry
  private let book: BookContext
  private var json = JSONWriter()
  private var text = InlineText()
  /// Elements by the block they were read from.
  private var elements: [Int32: [Int]] = [:]

  package static func write(_ file: PlanFile, in book: BookContext) -> OutputBuffer {
    var dump = TreeDump(file, book)
    return dump.write()
  }

  private init(_ file: PlanFile, _ book: BookContext) {
    self.file = file
    lexicon = book.lexicon
    registry = book.registry
    self.book = book
    for (index, element) in file.tree.elements.enumerated() { elements[element.block, default: []].append(index) }
  }

  private mutating func write() -> OutputBuffer {
    json.begin(.object)
    json.member("schema", 1)
    json.member("type", "document")
    range("range", 0..<file.source.bytes.count)
    scope()
    suppressions()
    problems()
    json.key("children")
    json.begin(.array)
    blocks()
    json.end(.array)
    json.end(.object)
    return json.finish()
  }

  private mutating func range(_ name: String, _ range: Range<Int>) {
    json.key(name)
    json.begin(.array)
    json.number(range.lowerBound)
    json.number(range.upperBound)
    json.end(.array)
  }

  // MARK: The file

  private mutating func scope() {
    let scope = file.scope
    json.key("scope")
    json.begin(.object)
    json.member("kind", scope.kind?.value.rawValue)
    json.member("kindFrom", scope.kind.map { Self.name($0.source) })
    json.member("owner", scope.owner.map { book.organization[$0.value].name } ?? scope.ownerName?.value)
    json.member("period", scope.period?.value.id(in: book.fiscal))
    json.member("periodFrom", scope.period.map { Self.name($0.source) })
    json.end(.object)
  }

  private static func name(_ source: ScopeSource) -> String {
    switch source {
    case .frontMatter: "front-matter"
    case .heading: "heading"
    case .path: "path"
    case .book: "book"
    }
  }

  private mutating func suppressions() {
    json.key("suppressions")
    json.begin(.array)
    for suppression in file.tree.suppressions {
      json.begin(.object)
      range("range", suppression.range)
      json.key("rules")
      json.begin(.array)
      for rule in suppression.rules { json.string(rule.text) }
      json.end(.array)
      json.member("reason", suppression.reason)
      json.end(.object)
    }
    json.end(.array)
  }

  private mutating func problems() {
    json.key("problems")
    json.begin(.array)
    for problem in file.tree.problems {
      json.begin(.object)
      json.member("kind", problem.kind.name)
      range("range", problem.range)
      json.end(.object)
    }
    json.end(.array)
  }

  // MARK: Blocks

  private mutating func blocks() {
    let all = file.tree.document.blocks
    var open: [Int] = []
    var index = 1
    while index < all.count {
      while let last = open.last, last <= index { close(&open) }
      let block = all[index]
      json.begin(.object)
      json.member("type", block.kind.name)
      range("range", block.range)
      details(index, block)
      json.key("children")
      json.begin(.array)
      open.append(Int(block.subtreeEnd))
      index += 1
    }
    while !open.isEmpty { close(&open) }
  }

  private mutating func close(_ open: inout [Int]) {
    open.removeLast()
    json.end(.array)
    json.end(.object)
  }

  private mutating func details(_ index: Int, _ block: Block) {
    if block.kind == .heading { json.member("level", Int(block.level)) }
    if let task = block.task { json.member("done", task.isDone) }
    if block.kind == .table { table(block) }
    guard let read = elements[Int32(index)] else { return }
    if let first = read.first, let kind = file.tree.sections[Int(file.tree.elements[first].section)].kind {
      json.member("section", kind.rawValue)
    }
    json.key("phrases")
    json.begin(.array)
    for element in read where file.tree.elements[element].kind != .table { phrase(file.tree.elements[element].phrase) }
    json.end(.array)
  }

  private mutating func table(_ block: Block) {
    guard block.payload >= 0 else { return }
    let table = file.tree.document.tables[Int(block.payload)]
    let read = file.tree.tables.first { $0.table == Int(block.payload) }
    json.key("rows")
    json.begin(.array)
    for row in 0..<table.rowCount {
      json.begin(.array)
      for column in 0..<table.columnCount { cell(table, read, row, column) }
      json.end(.array)
    }
    json.end(.array)
  }

  private mutating func cell(_ table: Table, _ read: PlanTable?, _ row: Int, _ column: Int) {
    let cell = table.cell(row, column)
    let bytes = file.source.bytes
    text.load(bytes.span, cell: cell, origin: table.origin)
    json.begin(.object)
    let plain = String(decoding: text.bytes, as: UTF8.self)
    json.member("text", plain)
    range("range", cell.range)
    if let read, row < read.rowCount {
      let index = read.index(row, column)
      if read.states[index] != .text { json.member("state", "\(read.states[index])") }
      tokens(read.cells[index])
    }
    json.end(.object)
  }

  // MARK: Words

  private mutating func phrase(_ phrase: Phrase) {
    guard !phrase.isEmpty else { return }
    json.begin(.object)
    json.member("type", "phrase")
    range("range", phrase.range)
    if phrase.colon >= 0, let first = phrase.label.first, let last = phrase.label.last {
      range("label", Int(file.tree.tokens[first].start)..<Int(file.tree.tokens[last].end))
    }
    tokens(phrase)
    json.end(.object)
  }

  private mutating func tokens(_ phrase: Phrase) {
    json.key("tokens")
    json.begin(.array)
    for index in phrase.tokens { token(file.tree.tokens[index]) }
    json.end(.array)
  }

  private mutating func token(_ token: Token) {
    json.begin(.object)
    json.member("type", token.kind.name)
    range("range", token.range)
    json.member("text", file.source.text(token.range))
    switch token.kind {
    case .word: meanings(lexicon[token.value])
    case .quantity: quantity(file.tree.quantities[Int(token.value)])
    case .priority: json.member("value", Int(token.value))
    default: break
    }
    json.end(.object)
  }

  private mutating func meanings(_ word: Word) {
    if let metric = word.metric { json.member("metric", registry[MetricID(Int(metric))].id) }
    if let section = word.section { json.member("section", section.rawValue) }
    if let attribute = word.attribute { json.member("attribute", attribute.rawValue) }
    if let header = word.header { json.member("axis", header.rawValue) }
    if let layer = word.layer { json.member("layer", "\(layer)") }
    if let tier = word.tier { json.member("tier", "\(tier)") }
    if let derived = word.derived { json.member("derived", derived.rawValue) }
    if word.owner != nil { json.member("owner", true) }
  }

  private mutating func quantity(_ quantity: Quantity) {
    json.member("value", quantity.value.description)
    json.member("unit", quantity.unit.name)
    json.member("comparator", "\(quantity.comparator)")
    json.member("form", quantity.form.name)
    if quantity.isApproximate { json.member("approximate", true) }
  }
}
