internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookReader {
  /// The CSV exports that actuals come from.
  mutating func actuals(_ node: YAMLNode.ID, _ settings: BookSettings) -> [ActualsSource] {
    guard document[node].kind == .list else {
      refuse(node, "actuals", LocalText(zh: "列表，每项以「- file:」开头", en: "a list whose items begin with `- file:`"))
      return []
    }
    return document.items(of: node).compactMap { source($0, settings) }
  }

  private mutating func source(_ node: YAMLNode.ID, _ settings: BookSettings) -> ActualsSource? {
    let keys = map(node, of: "actuals", keys: BookKeys.actuals) ?? []
    let noted = problems.count
    let file = keys.first { $0.key == "file" }.flatMap { globs($0.value, of: "file").first }
    guard let file else {
      // What stands there and is wrong has been told.
      guard problems.count == noted else { return nil }
      refuse(
        node, "actuals",
        LocalText(zh: "有 file 的项，如 - file: actuals/2026.csv", en: "items with `file: actuals/2026.csv`"))
      return nil
    }
    var source = ActualsSource(file: file)
    for key in keys where !document[key.value].isNull { read(key, into: &source, settings) }
    if source.decimal == source.grouping {
      refuse(node, "grouping", LocalText(zh: "与 decimal 不同的符号", en: "another sign than `decimal`"))
    }
    checkColumns(of: source, node)
    return source
  }

  private mutating func read(_ entry: Entry, into source: inout ActualsSource, _ settings: BookSettings) {
    switch entry.key {
    case "encoding": source.encoding = choice(entry.value, of: entry.key) ?? .auto
    case "delimiter":
      let signs: [(String, UInt8)] = [(",", 0x2C), (";", 0x3B), ("\t", 0x09), ("tab", 0x09), ("|", 0x7C)]
      source.delimiter = choice(entry.value, of: entry.key, signs) ?? source.delimiter
    case "decimal":
      source.decimal = choice(entry.value, of: entry.key, [(".", "."), (",", ",")]) ?? "."
      if source.decimal == ",", source.grouping == "," { source.grouping = nil }
    case "grouping":
      let signs: [(String, Character?)] = [(",", ","), (".", "."), (" ", " "), ("'", "'"), ("none", nil)]
      if let sign = choice(entry.value, of: entry.key, signs) { source.grouping = sign }
    case "key": source.key = text(entry.value, of: entry.key)
    case "unit":
      let units = ["元", "千元", "万元", "百万元", "亿元"]
      source.unit = choice(entry.value, of: entry.key, units.map { ($0, $0) })
    case "columns": source.columns = columns(entry.value, settings)
    case "where":
      source.filters = (entries(entry.value, of: "where") ?? []).map {
        ActualsSource.Filter(header: $0.key, values: texts($0.value, of: $0.key))
      }
    default: return
    }
  }

  private mutating func columns(_ node: YAMLNode.ID, _ settings: BookSettings) -> [ActualsSource.Column] {
    (entries(node, of: "columns") ?? []).compactMap { entry in
      guard let role = role(entry.key, settings) else {
        let words = ["owner", "date"] + settings.dimensions.entries.map(\.id) + settings.metrics.metrics.map(\.id)
        let nearest = NearestWord.nearest(to: entry.key, in: words)
        refuse(
          entry.place,
          LocalText(
            zh: "columns 的键应为 owner、date、维度或指标，现为「\(entry.key)」" + (nearest.map { "；是否想写「\($0)」？" } ?? ""),
            en: "a key of `columns` is owner, date, a dimension or a metric, not `\(entry.key)`"
              + (nearest.map { "; did you mean `\($0)`?" } ?? "")))
        return nil
      }
      return text(entry.value, of: entry.key).map { .init(role: role, header: $0, place: document[entry.value].range) }
    }
  }

  private func role(_ word: String, _ settings: BookSettings) -> ActualsSource.Role? {
    switch word {
    case "owner": .owner
    case "date": .date
    default:
      settings.dimensions.axis(named: word).map { .dimension($0) }
        ?? settings.metrics.metric(named: word).map { .metric($0) }
    }
  }

  private mutating func checkColumns(of source: ActualsSource, _ node: YAMLNode.ID) {
    let hasDate = source.columns.contains { $0.role == .date }
    let hasMetric = source.columns.contains { if case .metric = $0.role { true } else { false } }
    guard !hasDate || !hasMetric else { return }
    refuse(
      node, "columns",
      LocalText(
        zh: "至少 date 和一个指标的列，如 {date: 签约日期, bookings: 合同金额}",
        en: "at least the date and one metric such as {date: Signed, bookings: Amount}"))
  }
}
