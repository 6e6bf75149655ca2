import PlanModel
import PlanSource
import PlanSyntax

/// Where in a plan the number of a target is due: items of target sections, labelled targets and metrics, table cells.
///
/// A class, so that looking at one text does not count references to all that a plan holds.
final class TargetPlaces {
  let file: PlanFile
  let marks: WordMarks
  /// By section: it is about targets, and nothing between it and the heading that says so speaks of something else.
  private let isTarget: [Bool]

  init(_ file: PlanFile, _ marks: WordMarks) {
    self.file = file
    self.marks = marks
    isTarget = Self.targetSections(file, marks)
  }

  /// Whether the file promises anything for a time, so that an item of its target sections is meant as a target.
  static func arePromised(in file: PlanFile) -> Bool {
    if case .frontMatter? = file.scope.kind?.source { return true }
    return file.scope.period != nil || file.scope.periodWords != nil
      || file.facts.contains { $0.metric != nil && $0.layer == .target }
  }

  /// Whether the element stands in a section of targets.
  func isInTargets(_ element: PlanTree.Element) -> Bool { isInTargets(section: element.section) }

  func isInTargets(section: Int32) -> Bool { isTarget[Int(section)] }

  /// `目标：…`, `KR：…`, `KR2: …` where an item or paragraph may state a target.
  func isLabelledTarget(_ element: PlanTree.Element) -> Bool {
    guard element.phrase.colon >= 0, let last = element.phrase.label.last else { return false }
    switch section(of: element) {
    case nil, .targets, .breakdown, .stages, .tenDay, .week, .day: break
    default: return false
    }
    let token = file.tree.tokens[last]
    if marks[token].contains(.targets) {
      return element.phrase.label.allSatisfy { file.tree.tokens[$0].kind != .text }
    }
    return element.phrase.label.count == 1 && isKeyResult(token.range)
  }

  /// `KR1`, `KR2.1`.
  private func isKeyResult(_ range: Range<Int>) -> Bool {
    let text = Array(file.source.bytes[range])
    guard text.count > 2, text[0] | 0x20 == UInt8(ascii: "k"), text[1] | 0x20 == UInt8(ascii: "r") else { return false }
    return text[2...].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  func section(of element: PlanTree.Element) -> SectionKind? { file.contexts[Int(element.section)].section }

  /// Whether the label is a keyword whose value is no target: 依据, 责任人, 必要条件 …
  func hasAttributeLabel(_ phrase: Phrase) -> Bool {
    isAny(phrase.label, .attributeLabel)
  }

  func namesMetric(_ tokens: Range<Int>) -> Bool { isAny(tokens, .metric) }

  /// Whether one of these tokens is a word with a mark.
  func isAny(_ tokens: Range<Int>, _ mark: WordMarks.Mark) -> Bool {
    for index in tokens where marks[file.tree.tokens[index]].contains(mark) { return true }
    return false
  }

  /// Visits every text in which the number of a target is due.
  func forEachText(_ visit: (_ phrase: Phrase, _ isPlaceholder: Bool) -> Void) {
    for element in file.tree.elements {
      switch element.kind {
      case .heading, .boldHeading: break
      case .table:
        guard element.table >= 0 else { continue }
        let table = file.tree.tables[Int(element.table)]
        TargetTable(table, element, self).forEachDueCell { cell in
          visit(table.cells[cell], table.states[cell] == .placeholder)
        }
      case .item, .looseItem, .paragraph: if isDue(element) { visit(element.phrase, false) }
      }
    }
  }

  private func isDue(_ element: PlanTree.Element) -> Bool {
    guard !element.phrase.isEmpty, element.task == nil, !hasAttributeLabel(element.phrase) else { return false }
    if isInTargets(element) || isLabelledTarget(element) { return true }
    switch section(of: element) {
    case nil, .breakdown, .stages, .tenDay, .week, .day, .products: return namesMetric(element.phrase.label)
    default: return false
    }
  }

  // MARK: Sections

  private static func targetSections(_ file: PlanFile, _ marks: WordMarks) -> [Bool] {
    var found: [Bool] = []
    found.reserveCapacity(file.tree.sections.count)
    // The title says what the whole plan is about; below it only headings that narrow the targets count as such.
    var isUnderTitle = found
    for (index, section) in file.tree.sections.enumerated() {
      guard section.parent >= 0, Int(section.parent) < index else {
        found.append(false)
        isUnderTitle.append(false)
        continue
      }
      let parent = Int(section.parent)
      guard file.contexts[index].section == .targets, !isQuestion(section, file) else {
        found.append(false)
        isUnderTitle.append(false)
        continue
      }
      if section.kind == .targets {
        found.append(true)
        isUnderTitle.append(parent == 0 && section.level == 1)
      } else {
        let narrows = !isUnderTitle[parent] || names(section, file, marks)
        found.append(found[parent] && narrows)
        isUnderTitle.append(isUnderTitle[parent])
      }
    }
    return found
  }

  /// `Why do we have goals?` explains targets and states none.
  private static func isQuestion(_ section: PlanTree.Section, _ file: PlanFile) -> Bool {
    guard section.element >= 0, Int(section.element) < file.tree.elements.count else { return false }
    let phrase = file.tree.elements[Int(section.element)].phrase.range
    let text = file.source.bytes[phrase]
    return text.last == UInt8(ascii: "?") || text.suffix(3).elementsEqual("？".utf8)
  }

  private static func names(_ section: PlanTree.Section, _ file: PlanFile, _ marks: WordMarks) -> Bool {
    guard section.element >= 0, Int(section.element) < file.tree.elements.count else { return false }
    return file.tree.elements[Int(section.element)].phrase.tokens.contains { index in
      let token = file.tree.tokens[index]
      return token.kind == .period || marks[token].contains(.narrows)
    }
  }
}
