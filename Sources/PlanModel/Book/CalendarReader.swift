internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookReader {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let workweekWords = LocalText(
    zh: "至少一个工作日，如 [mon, tue, wed, thu, fri]", en: "at least one weekday such as [mon, tue, wed, thu, fri]")
  private static let calendars: [(String, WorkCalendar)] = [("cn", .china), ("weekdays", .weekdays)]

  /// `cn`, `weekdays`, or a map that changes one of them.
  mutating func calendar(_ node: YAMLNode.ID) -> WorkCalendar? {
    guard document[node].kind == .map else { return choice(node, of: "calendar", Self.calendars) }
    var base: WorkCalendar = .china
    var exceptions: [WorkCalendar.Exception] = []
    var workweek: [Bool]?
    for entry in map(node, of: "calendar", keys: BookKeys.calendar) ?? [] {
      switch entry.key {
      case "base": base = choice(entry.value, of: "base", Self.calendars) ?? base
      case "off", "work":
        exceptions += days(entry.value, of: entry.key).map { .init(day: $0, isWorkday: entry.key == "work") }
      default: workweek = self.workweek(entry.value)
      }
    }
    var firsts: Set<Day> = []
    for exception in exceptions where !firsts.insert(exception.day).inserted {
      refuse(
        document[node].range,
        LocalText(zh: "\(exception.day) 在 calendar 里写了两次", en: "\(exception.day) stands twice in `calendar`"))
    }
    return WorkCalendar(
      name: base.name, workweek: workweek ?? base.workweek, exceptions: base.exceptions + exceptions,
      announced: base.announced)
  }

  private mutating func days(_ node: YAMLNode.ID, of key: String) -> [Day] {
    let items = document[node].kind == .list ? document.items(of: node) : [node]
    return items.compactMap { day($0, of: key) }
  }

  private mutating func workweek(_ node: YAMLNode.ID) -> [Bool]? {
    var week = [Bool](repeating: false, count: 7)
    for item in document[node].kind == .list ? document.items(of: node) : [node] {
      guard let day = weekday(item, of: "workweek") else { return nil }
      week[day - 1] = true
    }
    if !week.contains(true) {
      refuse(node, "workweek", Self.workweekWords)
      return nil
    }
    return week
  }

  /// Monday is 1.
  private mutating func weekday(_ node: YAMLNode.ID, of key: String) -> Int? {
    choice(node, of: key, Self.weekdays.enumerated().map { ($0.element, $0.offset + 1) })
  }

  /// When plans and reviews are due.
  mutating func cadence(_ node: YAMLNode.ID) -> Cadence {
    let levels: [(String, PeriodLevel)] = [
      ("year", .year), ("half", .half), ("quarter", .quarter), ("month", .month), ("week", .week), ("day", .day),
    ]
    var cadence = Cadence()
    for entry in map(node, of: "cadence", keys: BookKeys.cadence) ?? [] {
      guard let level = levels.first(where: { $0.0 == entry.key })?.1 else {
        cadence.review = whole(entry.value, of: "review", in: 0...60)
        continue
      }
      cadence.due[level] = due(entry.value, of: entry.key)
    }
    return cadence
  }

  private mutating func due(_ node: YAMLNode.ID, of key: String) -> Cadence.Due? {
    let expected = LocalText(
      zh: "星期（\(Self.weekdays.joined(separator: "、"))）或期间开始前的工作日数，如 -3",
      en: "a weekday (\(Self.weekdays.joined(separator: ", "))) or workdays before the period starts such as -3")
    return value(node, of: key, expected) { text in
      if let index = Self.weekdays.firstIndex(of: text) { return .weekday(index + 1) }
      guard let days = Int(text), (-250...0).contains(days) else { return nil }
      return .workdaysBefore(-days)
    }
  }
}
