internal import PlanSource
internal import PlanYAML

extension FrontMatter {
  /// A file with more front matter is reported and not read; in bytes.
  static let largest = YAMLLimits.frontMatter.bytes

  /// Reads the front matter in `content` of a file's bytes; what is not understood becomes a problem, in file order.
  package static func read(
    _ bytes: Span<UInt8>, _ content: Range<Int>
  ) -> (frontMatter: FrontMatter, problems: [Problem]) {
    switch YAMLDocument.parse(bytes, content, limits: .frontMatter) {
    case .failure(let problem):
      return (FrontMatter(), [Problem(.yaml(problem), at: problem.range)])
    case .success(let document):
      var reader = FrontMatterReader(document)
      reader.read()
      return (reader.found, reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
  }
}

private struct FrontMatterReader {
  private let document: YAMLDocument
  private(set) var found = FrontMatter()
  private(set) var problems: [FrontMatter.Problem]
  /// The place of each key's first writing, by its index.
  private var seen = [Range<Int>?](repeating: nil, count: FrontMatterKey.allCases.count)

  init(_ document: YAMLDocument) {
    self.document = document
    problems = document.duplicateKeys.map { FrontMatter.Problem(.yaml($0), at: $0.range) }
  }

  mutating func read() {
    guard let root = document.root, !document[root].isNull else { return }
    guard document[root].kind == .map else {
      return refuse(root, key: "---", LocalText(zh: "每行一个「键: 值」", en: "one `key: value` on each line"))
    }
    for entry in document.entries(of: root) { read(entry) }
  }

  private mutating func read(_ entry: YAMLEntry) {
    let word = document[entry.key].text
    let place = document[entry.key].range
    guard let key = FrontMatterKey.bySpelling[word] ?? FrontMatterKey.bySpelling[word.lowercased()] else {
      let nearest = NearestWord.nearest(to: word, in: FrontMatterKey.allCases.flatMap(\.spellings))
      problems.append(.init(.unknownKey(word, nearest: nearest), at: place))
      return
    }
    if let first = seen[key.rawValue] {
      // The same word twice is reported as a key written twice.
      let isTwin = document.duplicateKeys.contains { $0.range == place }
      if !isTwin { problems.append(.init(.repeatedField(key: word, first: first), at: place)) }
      return
    }
    seen[key.rawValue] = place
    // A key with nothing behind it is a template not filled in yet, and states nothing.
    if !document[entry.value].isNull { read(key, entry, word) }
  }

  private mutating func read(_ key: FrontMatterKey, _ entry: YAMLEntry, _ word: String) {
    switch key {
    case .kind:
      found.kind = one(entry, word, Self.kindWords) { PlanKind(named: $0) }
    case .owner: found.owners = list(entry, word)
    case .team: found.team = text(entry, word)
    case .role: found.role = text(entry, word)
    case .period: found.period = text(entry, word)
    case .parent: found.parents = list(entry, word)
    case .strategy: found.strategies = list(entry, word)
    case .region where document[entry.value].kind == .list: found.regions += list(entry, word)
    case .region: found.region = text(entry, word)
    case .industry where document[entry.value].kind == .list: found.industries += list(entry, word)
    case .industry: found.industry = text(entry, word)
    case .regions: found.regions += list(entry, word)
    case .industries: found.industries += list(entry, word)
    case .currency:
      found.currency = one(entry, word, Self.currencyWords) { Currency($0) }
    case .frozen:
      found.frozen = one(entry, word, Self.freezeWords) { Self.freeze($0) }
    case .template: found.template = text(entry, word)
    case .buffer:
      found.buffer = one(entry, word, LocalText(zh: "百分比，如 10%", en: "a percentage such as 10%")) {
        ExactDecimal(plainPercent: $0).flatMap { $0.isNegative ? nil : $0 }
      }
    case .version: found.version = text(entry, word)
    case .planlint: readPlanlint(entry, word)
    }
  }

  private mutating func readPlanlint(_ entry: YAMLEntry, _ word: String) {
    guard document[entry.value].kind == .map else {
      return refuse(entry.value, key: word, LocalText(zh: "{disable: [规则名]}", en: "{disable: [rule names]}"))
    }
    for inner in document.entries(of: entry.value) {
      let key = document[inner.key].text
      if key == "disable" {
        found.disabledRules = list(inner, "planlint.disable")
        let whole = document.entries(of: entry.value).count == 1 ? entry : inner
        found.disabling = document[whole.key].range.lowerBound..<document[whole.value].range.upperBound
      } else {
        let nearest = NearestWord.nearest(to: key, in: ["disable"])
        problems.append(.init(.unknownKey(key, nearest: nearest), at: document[inner.key].range))
      }
    }
  }

  private mutating func text(_ entry: YAMLEntry, _ word: String) -> FrontMatter.Field<String>? {
    one(entry, word, LocalText(zh: "一段文字", en: "a single text")) { $0 }
  }

  private mutating func one<Value>(
    _ entry: YAMLEntry, _ word: String, _ expected: LocalText, _ read: (String) -> Value?
  ) -> FrontMatter.Field<Value>? {
    guard let text = document.text(entry.value), let value = read(text) else {
      refuse(entry.value, key: word, expected)
      return nil
    }
    return .init(value, key: document[entry.key].range, range: document[entry.value].contentRange)
  }

  private mutating func list(_ entry: YAMLEntry, _ word: String) -> [FrontMatter.Field<String>] {
    let items = document[entry.value].kind == .list ? document.items(of: entry.value) : [entry.value]
    return items.compactMap { item in
      guard let text = document.text(item), !document[item].isNull else {
        refuse(item, key: word, LocalText(zh: "一段文字或文字的列表", en: "a text or a list of texts"))
        return nil
      }
      return .init(text, key: document[entry.key].range, range: document[item].contentRange)
    }
  }

  private mutating func refuse(_ node: YAMLNode.ID, key: String, _ expected: LocalText) {
    problems.append(.init(.invalidValue(key: key, expected: expected), at: document[node].range))
  }

  private static let kindWords = LocalText(
    zh: PlanKind.words.compactMap(\.1.first).joined(separator: "、"),
    en: PlanKind.allCases.map(\.rawValue).joined(separator: ", "))

  private static let currencyWords = LocalText(zh: "三个字母的币种，如 CNY", en: "a three-letter code such as CNY")

  private static let freezeWords = LocalText(
    zh: "是、否或日期（如 2026-01-15）", en: "yes, no or a date such as 2026-01-15")

  private static func freeze(_ text: String) -> FrontMatter.Freeze? {
    switch text.lowercased() {
    case "true", "yes", "是", "已冻结": .yes
    case "false", "no", "否", "未冻结": .no
    default: Day(iso: text).map { .since($0) }
    }
  }
}
