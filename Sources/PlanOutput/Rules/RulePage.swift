package import PlanRules
package import PlanSource

/// Writes what there is to know about one rule, as Markdown that also reads well on a terminal.
package enum RulePage {
  /// - Parameter findings: What planlint prints about a bad example; where it answers `nil`, the messages alone are shown.
  package static func write(
    _ rule: Rule, _ language: Language, _ out: inout OutputBuffer, findings: (Example) -> String? = { _ in nil }
  ) {
    out.append(line: "# \(rule.id)")
    out.append(line: "")
    out.append(line: rule.summary[language] + (language == .zh ? "。" : "."))
    out.append(line: "")
    out.append(line: facts(rule, language))
    out.append(line: "")
    section(LocalText(zh: "为什么", en: "Why"), rule.why[language], language, &out)
    if let exceptions = rule.exceptions {
      section(LocalText(zh: "例外", en: "Exceptions"), exceptions[language], language, &out)
    }
    for kind in [Example.Kind.bad, .good] {
      let examples = rule.examples.filter { $0.kind == kind }
      guard !examples.isEmpty else { continue }
      let title =
        kind == .bad
        ? LocalText(zh: "会报告的写法", en: "What is reported") : LocalText(zh: "不报告的写法", en: "What is not reported")
      out.append(line: "## " + title[language])
      out.append(line: "")
      for example in examples { write(example, language, findings(example), &out) }
    }
    section(
      LocalText(zh: "不想看到它", en: "To silence it"),
      language == .zh
        ? "在那一行上面写 `<!-- planlint-disable-next-line \(rule.id) -- 理由 -->`，或在 `planbook.yml` 里写 `rules: {severity: {\(rule.id): off}}`。"
        : "Write `<!-- planlint-disable-next-line \(rule.id) -- reason -->` above the line, or `rules: {severity: {\(rule.id): off}}` in `planbook.yml`.",
      language, &out)
  }

  private static func section(_ title: LocalText, _ body: String, _ language: Language, _ out: inout OutputBuffer) {
    out.append(line: "## " + title[language])
    out.append(line: "")
    out.append(line: body)
    out.append(line: "")
  }

  private static func facts(_ rule: Rule, _ language: Language) -> String {
    let severity: LocalText =
      switch rule.severity {
      case .error: LocalText(zh: "错误", en: "error")
      case .warning: LocalText(zh: "警告", en: "warning")
      case .info: LocalText(zh: "提示", en: "info")
      }
    return language == .zh
      ? "级别：\(severity.zh) · 规则组：\(rule.group.rawValue) · 配置：\(rule.profile.rawValue)"
      : "Severity: \(severity.en) · group: \(rule.group.rawValue) · profile: \(rule.profile.rawValue)"
  }

  private static func write(
    _ example: Example, _ language: Language, _ printed: String?, _ out: inout OutputBuffer
  ) {
    let title = example.title[language]
    out.append(line: title.prefix(1).uppercased() + title.dropFirst() + (language == .zh ? "：" : ":"))
    out.append(line: "")
    if !example.planbook.isEmpty { fence("yaml", "planbook.yml", example.planbook, &out) }
    for file in example.files {
      fence("markdown", example.files.count > 1 ? file.path : nil, unmarked(file.text), &out)
    }
    if let printed, !example.says.isEmpty {
      fence("text", nil, printed, &out)
      return
    }
    for message in example.says {
      out.append(line: "> \(message)")
      out.append(line: "")
    }
  }

  private static func fence(_ language: String, _ title: String?, _ text: String, _ out: inout OutputBuffer) {
    if let title {
      out.append(line: "`\(title)`")
      out.append(line: "")
    }
    out.append(line: "~~~\(language)")
    out.append(line: shortened(text))
    out.append(line: "~~~")
    out.append(line: "")
  }

  /// Lines that nobody reads to the end, such as a thousand quotation marks, are cut.
  private static func shortened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > longestLine ? $0.prefix(longestLine / 4) + "…" : $0 }.joined(separator: "\n")
  }

  private static let longestLine = 400

  private static func unmarked(_ text: String) -> String {
    var plain = ""
    for character in text.unicodeScalars where character != "⟦" && character != "⟧" {
      plain.unicodeScalars.append(character)
    }
    return plain
  }
}
