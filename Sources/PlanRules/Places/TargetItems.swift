import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

/// The items of a plan's targets, with the ones that state no number.
struct TargetItems {
  private let file: PlanFile
  private let book: BookContext
  private let places: TargetPlaces
  private let tokens: TokenSummary

  init(_ file: PlanFile, _ context: RuleContext) {
    self.file = file
    book = context.book
    places = TargetPlaces(file, context.marks)
    tokens = context.tokens
  }

  struct Found {
    let range: Range<Int>
    /// The word that stands in for a number.
    let vague: String?
  }

  /// Every target without a number in it or below it; of nested ones the outermost.
  func withoutNumber() -> [Found] {
    let elements = file.tree.elements
    // Nearly always every target states a number.
    guard elements.indices.contains(where: { mayLackNumber(elements, $0) }) else {
      guard tokens.holds(.vague), elements.contains(where: { places.isInTargets($0) || places.isLabelledTarget($0) })
      else { return [] }
      return cellsWithoutNumber()
    }
    var hasNumber = elements.map { statesNumber($0) }
    let ownNumber = hasNumber
    var hasItems = Array(repeating: false, count: elements.count)
    for index in elements.indices.reversed() {
      let parent = Int(elements[index].parentItem)
      guard parent >= 0, parent < index else { continue }
      if hasNumber[index] { hasNumber[parent] = true }
      if elements[index].kind == .item { hasItems[parent] = true }
    }
    // Whether what stands below an item is about something said or reported already.
    var isSettled = Array(repeating: false, count: elements.count)
    var found: [Found] = []
    for (index, element) in elements.enumerated() {
      let parent = Int(element.parentItem)
      let isDetail = parent >= 0 && parent < index && isSettled[parent]
      let isRemark = places.hasAttributeLabel(element.phrase) || element.task != nil
      isSettled[index] = isDetail || isRemark || ownNumber[index]
      guard !isSettled[index], !hasNumber[index], isTarget(element), !isOnlyHeading(element, hasItems[index]) else {
        continue
      }
      let vague = vagueWord(element.phrase)
      guard vague != nil || !isSaidElsewhere(element) else { continue }
      isSettled[index] = true
      found.append(Found(range: element.phrase.range, vague: vague))
    }
    return found + cellsWithoutNumber()
  }

  private func mayLackNumber(_ elements: [PlanTree.Element], _ index: Int) -> Bool {
    switch elements[index].kind {
    case .heading, .boldHeading, .table: return false
    case .item, .looseItem, .paragraph: break
    }
    let phrase = elements[index].phrase
    if phrase.colon < 0, !places.isInTargets(section: elements[index].section) { return false }
    return !statesNumber(phrase.tokens) && elements[index].task == nil && isTarget(elements[index])
  }

  private func isTarget(_ element: PlanTree.Element) -> Bool {
    guard !element.phrase.isEmpty else { return false }
    switch element.kind {
    case .item, .looseItem: return places.isInTargets(element) || places.isLabelledTarget(element)
    case .paragraph: return places.isLabelledTarget(element)
    case .heading, .boldHeading, .table: return false
    }
  }

  /// A label or the name of a section with items below it.
  private func isOnlyHeading(_ element: PlanTree.Element, _ hasItems: Bool) -> Bool {
    guard hasItems else { return false }
    return element.phrase.colon >= 0 && element.phrase.body.isEmpty
      || places.isAny(element.phrase.tokens, .targets) && element.phrase.tokens.count == 1
  }

  private func statesNumber(_ element: PlanTree.Element) -> Bool {
    element.kind == .table || statesNumber(element.phrase.tokens)
  }

  private func statesNumber(_ tokens: Range<Int>) -> Bool {
    for index in tokens {
      switch file.tree.tokens[index].kind {
      case .quantity, .placeholder, .unreadable: return true
      default: break
      }
    }
    return false
  }

  private func vagueWord(_ phrase: Phrase) -> String? {
    for index in phrase.body {
      let token = file.tree.tokens[index]
      if places.marks[token].contains(.vague) { return file.source.text(token.range) }
    }
    return nil
  }

  // MARK: Numbers that stand elsewhere

  /// A dated milestone, a value that is said not to be there, a link to another plan, or a reference.
  private func isSaidElsewhere(_ element: PlanTree.Element) -> Bool {
    let phrase = element.phrase
    if phrase.body.contains(where: isDate) { return true }
    if places.isAny(phrase.body, .unchanged) { return true }
    if phrase.colon >= 0, let first = phrase.body.first {
      let body = Int(file.tree.tokens[first].start)..<Int(phrase.end)
      let bytes = file.source.bytes
      if book.quantityReader.blankOrPlaceholder(bytes.span, body) != nil { return true }
    }
    let text = file.source.text(phrase.range)
    if Self.references.contains(where: { text.contains($0) }) { return true }
    let lowercased = text.lowercased()
    return lowercased.hasPrefix("see ") || lowercased.contains(" see ") || linksToPlan(element)
  }

  private static let references = ["详见", "参见", "见下", "见上", "见附", "见第", "参照", "如下"]

  private func isDate(_ index: Int) -> Bool {
    let token = file.tree.tokens[index]
    guard token.kind == .period else { return false }
    let written = file.tree.periods[Int(token.value)].period
    guard case .known(let period) = written.resolve(in: book.periods(in: file.scope.period?.value)) else {
      return false
    }
    return period.level == .day
  }

  private func linksToPlan(_ element: PlanTree.Element) -> Bool {
    // A phrase that ends with a link ends with the words of the link.
    let phrase = element.phrase.range
    let bytes = file.source.bytes
    guard bytes[phrase.lowerBound..<min(bytes.count, phrase.upperBound + 1)].contains(UInt8(ascii: "]")) else {
      return false
    }
    var text = InlineText()
    let block = Int(element.block)
    let isItem = file.tree.document.blocks[block].kind == .item
    text.load(bytes.span, file.tree.document, block: isItem ? block + 1 : block)
    return text.links.contains { link in
      let target = file.source.text(link.destination)
      let isLocal = !target.contains("://") && (target.contains(".md") || target.hasPrefix("#"))
      return !link.isImage && (isLocal || isWhole(text.sourceRange(link.text), element.phrase.range))
    }
  }

  /// An item that is a link and nothing else lists where something is.
  private func isWhole(_ link: Range<Int>, _ phrase: Range<Int>) -> Bool {
    link.lowerBound <= phrase.lowerBound + 2 && link.upperBound + 2 >= phrase.upperBound
  }

  // MARK: Tables

  /// Cells of target tables with a vague word where a number is due.
  private func cellsWithoutNumber() -> [Found] {
    guard tokens.holds(.vague) else { return [] }
    var found: [Found] = []
    for element in file.tree.elements where element.kind == .table && element.table >= 0 {
      let table = file.tree.tables[Int(element.table)]
      TargetTable(table, element, places).forEachDueCell { cell in
        let phrase = table.cells[cell]
        guard table.states[cell] == .text, !statesNumber(phrase.tokens), let vague = vagueWord(phrase) else { return }
        found.append(Found(range: phrase.range, vague: vague))
      }
    }
    return found
  }
}
