internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookSettings {
  /// Reads `planbook.yml`. Without settings nothing may be processed, and at least one problem says why; with settings the
  /// problems are unknown keys. Problems are in file order.
  package static func read(_ bytes: Span<UInt8>) -> (settings: BookSettings?, problems: [BookProblem]) {
    switch YAMLDocument.parse(bytes, 0..<bytes.count, limits: .planbook) {
    case .failure(let problem):
      return (nil, [BookProblem(kind: .invalid, range: problem.range, message: problem.message)])
    case .success(let document):
      var reader = BookReader(document)
      let settings = reader.settings()
      let problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
      return (problems.contains(where: \.isError) ? nil : settings, problems)
    }
  }
}

extension BookReader {
  fileprivate mutating func settings() -> BookSettings {
    var settings = BookSettings()
    settings.knowsFiscalYear = true
    guard let root = document.root, let entries = map(root, of: "planbook.yml", keys: BookKeys.book) else {
      return settings
    }
    var isCalendarStated = false
    for key in BookKeys.book {
      guard let entry = entries.first(where: { $0.key == key }), !document[entry.value].isNull else { continue }
      if key == "calendar" { isCalendarStated = true }
      notePlace(of: key, entry.place)
      read(entry, into: &settings)
    }
    settings.places = places
    if !isCalendarStated, settings.currency != .cny { settings.calendar = .weekdays }
    return settings
  }

  private mutating func read(_ entry: Entry, into settings: inout BookSettings) {
    let (key, node) = (entry.key, entry.value)
    switch key {
    case "planbook": readVersion(node)
    case "name": settings.name = text(node, of: key)
    case "currency":
      settings.currency = currency(node, of: key) ?? settings.currency
    case "fiscal-year-start":
      let month = whole(node, of: key, in: 1...12) ?? 1
      settings.fiscalYear = FiscalYear(startMonth: month, naming: settings.fiscalYear.naming)
    case "fiscal-year-name":
      let naming = choice(node, of: key, [("end", FiscalYear.Naming.end), ("start", .start)]) ?? .end
      settings.fiscalYear = FiscalYear(startMonth: settings.fiscalYear.startMonth, naming: naming)
    case "week":
      settings.weekNumbering = choice(node, of: key) ?? .iso
      settings.statesWeek = true
    case "calendar": settings.calendar = calendar(node) ?? settings.calendar
    case "locale": settings.locale = choice(node, of: key)
    case "unit": settings.unit = choice(node, of: key) ?? .auto
    case "today": settings.today = day(node, of: key)
    case "organization": settings.organization = organization(node)
    case "departments": settings.departments = texts(node, of: key)
    case "dimensions": readDimensions(node, into: &settings.dimensions)
    case "metrics": readMetrics(node, into: &settings.metrics)
    case "exchange-rates": settings.exchangeRates = exchangeRates(node, to: settings.currency)
    case "focus":
      settings.focus = ofPeriods(node, of: key, settings.fiscalYear) { $0.text($1, of: key) }
    case "freeze":
      settings.freeze = ofPeriods(node, of: key, settings.fiscalYear) { $0.day($1, of: key) }
    case "cadence": settings.cadence = cadence(node)
    case "win-rate": settings.winRate = winRate(node, of: key)
    case "coverage": settings.coverage = positiveNumber(node, of: key)
    case "actuals": settings.actuals = actuals(node, settings)
    case "source-url": settings.sourceURL = sourceURL(node, of: key)
    case "rules": settings.rules = rules(node)
    case "exclude": settings.exclude = globs(node, of: key)
    case "blocks": settings.blocks = globs(node, of: key)
    default: noteUnknown(entry, among: BookKeys.book)
    }
  }

  private mutating func readVersion(_ node: YAMLNode.ID) {
    let expected = LocalText(
      zh: "格式版本 1（更高的版本需要新版程序）", en: "format version 1 (a newer one needs a newer program)")
    _ = value(node, of: "planbook", expected) { $0 == "1" ? $0 : nil }
  }

  mutating func currency(_ node: YAMLNode.ID, of key: String) -> Currency? {
    value(node, of: key, LocalText(zh: "三个字母的币种，如 CNY", en: "a three-letter code such as CNY")) { Currency($0) }
  }

  private mutating func winRate(_ node: YAMLNode.ID, of key: String) -> ExactDecimal? {
    let expected = LocalText(zh: "大于 0、不超过 100% 的百分比，如 25%", en: "a percentage above 0 up to 100% such as 25%")
    return value(node, of: key, expected) {
      ExactDecimal(plainPercent: $0).flatMap { ExactDecimal.zero < $0 && $0 <= ExactDecimal(100) ? $0 : nil }
    }
  }

  private mutating func sourceURL(_ node: YAMLNode.ID, of key: String) -> String? {
    let expected = LocalText(
      zh: "含有 {path} 的 http 网址，如 https://git.example.com/plans/blob/main/{path}#L{line}",
      en: "an http address with {path} such as https://git.example.com/plans/blob/main/{path}#L{line}")
    return value(node, of: key, expected) { text in
      guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
      let pieces = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      let names = pieces.map { $0.prefix { $0 != "}" } }
      return names.contains("path") && names.allSatisfy { $0 == "path" || $0 == "line" } ? text : nil
    }
  }

  private mutating func exchangeRates(_ node: YAMLNode.ID, to book: Currency) -> [Currency: ExactDecimal] {
    var rates: [Currency: ExactDecimal] = [:]
    for entry in entries(node, of: "exchange-rates") ?? [] {
      guard let currency = Currency(entry.key) else {
        refuse(
          entry.place,
          LocalText(
            zh: "「exchange-rates」的键应为三个字母的币种，如 USD，现为「\(entry.key)」",
            en: "a key of `exchange-rates` is a three-letter code such as USD, not `\(entry.key)`"))
        continue
      }
      guard currency != book else {
        refuse(
          entry.place,
          LocalText(
            zh: "汇率是折算成本册币种 \(book) 的，不必写 \(book)",
            en: "rates are to the book's currency \(book), which needs none"))
        continue
      }
      rates[currency] = positiveNumber(entry.value, of: entry.key)
    }
    return rates
  }

  private mutating func ofPeriods<Value>(
    _ node: YAMLNode.ID, of key: String, _ fiscal: FiscalYear, _ read: (inout BookReader, YAMLNode.ID) -> Value?
  ) -> [BookSettings.OfPeriod<Value>] {
    (entries(node, of: key) ?? []).compactMap { entry in
      guard let period = Period(id: entry.key, in: fiscal) else {
        refuse(
          entry.place,
          LocalText(
            zh: "「\(key)」的键应为期间，如 2026、2026-Q2、2026-03，现为「\(entry.key)」",
            en: "a key of `\(key)` is a period such as 2026, 2026-Q2 or 2026-03, not `\(entry.key)`"))
        return nil
      }
      return read(&self, entry.value).map { BookSettings.OfPeriod(period: period, value: $0, place: entry.place) }
    }
  }

  private mutating func readDimensions(_ node: YAMLNode.ID, into dimensions: inout BookDimensions) {
    let known = dimensions.entries.map(\.id)
    for entry in entries(node, of: "dimensions") ?? [] {
      if dimensions.axis(named: entry.key) == nil, NearestWord.nearest(to: entry.key, in: known) != nil {
        noteUnknown(entry, among: known)
        continue
      }
      let values = texts(entry.value, of: entry.key)
      if dimensions.declare(values, of: entry.key) == nil {
        refuse(entry.place, LocalText(zh: "维度太多", en: "too many dimensions"))
      }
    }
  }
}
