internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

/// Reads values out of `planbook.yml` and notes what is wrong with them.
///
/// Every question names the key it is about, so that a problem can say what the key takes.
struct BookReader {
  let document: YAMLDocument
  private(set) var problems: [BookProblem] = []
  /// Where keys are named, for ``BookSettings/places``.
  private(set) var places: [String: Range<Int>] = [:]
  /// Keys written a second time in their map; only the first counts.
  private let twins: Set<Range<Int>>

  init(_ document: YAMLDocument) {
    self.document = document
    twins = Set(document.duplicateKeys.map(\.range))
    for problem in document.duplicateKeys { refuse(problem.range, problem.message) }
  }

  /// The entries of a map whose keys are all known; others are noted and left out. `nil` when it is no map.
  mutating func map(_ node: YAMLNode.ID, of key: String, keys: [String]) -> [Entry]? {
    guard let entries = entries(node, of: key) else { return nil }
    return entries.filter { entry in
      if keys.contains(entry.key) { return true }
      noteUnknown(entry, among: keys)
      return false
    }
  }

  /// The entries of a map whose keys are names; a key without value has `nil`.
  mutating func entries(_ node: YAMLNode.ID, of key: String) -> [Entry]? {
    guard document[node].kind == .map else {
      if !document[node].isNull { refuse(node, key, LocalText(zh: "「键: 值」的列表", en: "a map of `key: value`")) }
      return nil
    }
    return document.entries(of: node).compactMap { entry in
      let place = document[entry.key].range
      return twins.contains(place)
        ? nil : Entry(key: document[entry.key].text, place: place, value: entry.value)
    }
  }

  /// One key of a map.
  struct Entry {
    let key: String
    let place: Range<Int>
    let value: YAMLNode.ID
  }

  mutating func noteUnknown(_ entry: Entry, among keys: [String]) {
    let nearest = NearestWord.nearest(to: entry.key, in: keys)
    problems.append(
      BookProblem(
        kind: .unknownKey(entry.key, nearest: nearest), range: entry.place,
        message: LocalText(
          zh: "不认识的键「\(entry.key)」" + (nearest.map { "，是否想写「\($0)」？" } ?? ""),
          en: "unknown key `\(entry.key)`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))))
  }

  mutating func notePlace(of key: String, _ place: Range<Int>) { places[key] = place }

  mutating func refuse(_ range: Range<Int>, _ message: LocalText) {
    problems.append(BookProblem(kind: .invalid, range: range, message: message))
  }

  /// Notes that a value is not what its key takes.
  mutating func refuse(_ node: YAMLNode.ID, _ key: String, _ expected: LocalText, nearest: String? = nil) {
    let found = document.text(node).map { $0.isEmpty ? nil : $0.prefix(40) } ?? nil
    let blank = expected.zh.utf8.first.map { $0 < 0x80 } == true ? " " : ""
    refuse(
      document[node].range,
      LocalText(
        zh: "「\(key)」应为\(blank)\(expected.zh)" + (found.map { "，现为「\($0)」" } ?? "")
          + (nearest.map { "；是否想写「\($0)」？" } ?? ""),
        en: "`\(key)` takes \(expected.en)" + (found.map { ", not `\($0)`" } ?? "")
          + (nearest.map { "; did you mean `\($0)`?" } ?? "")))
  }
}

extension BookReader {
  /// A scalar turned into a value; `nil`, and noted, where it is none.
  mutating func value<Value>(
    _ node: YAMLNode.ID, of key: String, _ expected: LocalText, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = document.text(node), !document[node].isNull, let value = read(text) else {
      refuse(node, key, expected)
      return nil
    }
    return value
  }

  mutating func text(_ node: YAMLNode.ID, of key: String) -> String? {
    value(node, of: key, LocalText(zh: "一段文字", en: "a text")) { $0.isEmpty ? nil : $0 }
  }

  /// A list of texts; a single text is a list of one.
  mutating func texts(_ node: YAMLNode.ID, of key: String) -> [String] { placedTexts(node, of: key).map(\.text) }

  mutating func placedTexts(_ node: YAMLNode.ID, of key: String) -> [BookSettings.Placed] {
    switch document[node].kind {
    case .map:
      refuse(node, key, LocalText(zh: "文字的列表", en: "a list of texts"))
      return []
    case .scalar:
      if document[node].isNull { return [] }
      return placed(node, of: key).map { [$0] } ?? []
    case .list: return document.items(of: node).compactMap { placed($0, of: key) }
    }
  }

  private mutating func placed(_ node: YAMLNode.ID, of key: String) -> BookSettings.Placed? {
    text(node, of: key).map { BookSettings.Placed(text: $0, place: document[node].contentRange) }
  }

  /// One of a few words.
  mutating func choice<Value>(_ node: YAMLNode.ID, of key: String, _ words: [(String, Value)]) -> Value? {
    let text = document.text(node)
    if let found = words.first(where: { $0.0 == text }) { return found.1 }
    let all = words.map(\.0)
    let expected = LocalText(zh: all.joined(separator: "、") + " 之一", en: "one of " + all.joined(separator: ", "))
    refuse(node, key, expected, nearest: text.flatMap { NearestWord.nearest(to: $0, in: all) })
    return nil
  }

  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode.ID, of key: String) -> Value? {
    choice(node, of: key, Value.allCases.map { ($0.rawValue, $0) })
  }

  mutating func day(_ node: YAMLNode.ID, of key: String) -> Day? {
    value(node, of: key, LocalText(zh: "日期，如 2026-03-15", en: "a date such as 2026-03-15")) { Day(iso: $0) }
  }

  mutating func bool(_ node: YAMLNode.ID, of key: String) -> Bool? {
    choice(node, of: key, [("true", true), ("false", false)])
  }

  /// A percentage of at least 0, 5 for `5%`.
  mutating func percent(_ node: YAMLNode.ID, of key: String) -> ExactDecimal? {
    value(node, of: key, LocalText(zh: "百分比，如 5%", en: "a percentage such as 5%")) {
      ExactDecimal(plainPercent: $0).flatMap { $0.isNegative ? nil : $0 }
    }
  }

  mutating func positiveNumber(_ node: YAMLNode.ID, of key: String) -> ExactDecimal? {
    value(node, of: key, LocalText(zh: "大于 0 的数，如 7.10", en: "a number above 0 such as 7.10")) {
      ExactDecimal(plain: $0).flatMap { $0.isZero || $0.isNegative ? nil : $0 }
    }
  }

  mutating func whole(_ node: YAMLNode.ID, of key: String, in range: ClosedRange<Int>) -> Int? {
    let expected = LocalText(
      zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
      en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return value(node, of: key, expected) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// Glob patterns of paths inside the book.
  mutating func globs(_ node: YAMLNode.ID, of key: String) -> [BookSettings.Placed] {
    placedTexts(node, of: key).filter { isInside($0, of: key) }
  }

  /// Whether a path stays inside the book; noted where it does not.
  mutating func isInside(_ path: BookSettings.Placed, of key: String) -> Bool {
    let leaves = path.text.hasPrefix("/") || path.text.split(separator: "/").contains("..") || path.text.contains("\\")
    guard leaves || path.text.utf8.count > 1024 else { return true }
    refuse(
      path.place,
      LocalText(
        zh: "「\(key)」里的路径必须在本册之内，用 / 分隔，不能以 / 开头或含有 ..",
        en: "a path in `\(key)` must stay inside the book: `/` between folders, no `/` at the start, no `..`"))
    return false
  }
}
