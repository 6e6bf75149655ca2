package import PlanSource

/// Writes what holds for a run as aligned text.
package enum ConfigurationText {
  package static func write(_ configuration: EffectiveConfiguration, _ language: Language, _ out: inout OutputBuffer) {
    let write = { (title: LocalText, rows: [[String]], out: inout OutputBuffer) in
      guard !rows.isEmpty else { return }
      out.append(line: "")
      out.append(line: title[language])
      for line in aligned(rows) { out.append(line: "  " + line) }
    }
    let row = { (value: EffectiveConfiguration.Value) in
      [value.name, value.text.map(TerminalText.escaping) ?? "—", name(of: value.origin)[language]]
    }
    let book = LocalText(zh: "计划书：\(configuration.book)", en: "book: \(configuration.book)")
    let without = LocalText(zh: "（没有 planbook.yml）", en: " (no planbook.yml)")
    out.append(line: TerminalText.escaping(book[language]) + (configuration.planbook == nil ? without[language] : ""))
    write(LocalText(zh: "设置", en: "settings"), configuration.settings.map(row), &out)
    let rules =
      configuration.file.map { LocalText(zh: "规则（\($0)）", en: "rules (\($0))") } ?? LocalText(zh: "规则", en: "rules")
    write(rules, configuration.rules.map(row), &out)
    write(LocalText(zh: "上限", en: "limits"), configuration.limits.map(row), &out)
    write(
      LocalText(zh: "按路径", en: "by path"),
      configuration.paths.map { [TerminalText.escaping($0.glob)] + row($0.value) }, &out)
    write(
      LocalText(zh: "排除", en: "excluded"),
      configuration.excludes.map { [TerminalText.escaping($0.name), name(of: $0.origin)[language]] }, &out)
    let kinds = (person: LocalText(zh: "个人", en: "person"), unit: LocalText(zh: "单位", en: "unit"))
    write(
      LocalText(zh: "看文件夹猜的组织", en: "organization, guessed from the folders"),
      configuration.guessed.map {
        [TerminalText.escaping($0.path), ($0.isPerson ? kinds.person : kinds.unit)[language]]
      },
      &out)
  }

  private static func name(of origin: EffectiveConfiguration.Origin) -> LocalText {
    switch origin {
    case .builtIn: LocalText(zh: "内置", en: "built in")
    case .planbook(let line): LocalText(zh: "planbook.yml:\(line)", en: "planbook.yml:\(line)")
    case .option(let name): LocalText(zh: name, en: name)
    case .follows(let name): LocalText(zh: "由 \(name) 决定", en: "follows \(name)")
    case .system: LocalText(zh: "系统", en: "system")
    case .folders: LocalText(zh: "文件夹", en: "folders")
    }
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, column < $1.count - 1 ? DisplayWidth.of($1[column]) : 0) }
    }
    return rows.map { row in
      row.indices.map { $0 == row.count - 1 ? row[$0] : TextField.padded(row[$0], to: widths[$0]) }
        .joined(separator: "  ")
    }
  }
}
