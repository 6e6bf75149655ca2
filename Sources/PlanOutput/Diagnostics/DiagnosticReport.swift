package import PlanSource

/// Everything that a format of findings writes.
package struct DiagnosticReport: Sendable {
  package struct Summary: Sendable, Hashable {
    /// Files that were checked.
    package let files: Int
    package let errors: Int
    package let warnings: Int
    package let infos: Int
    /// Findings that a comment or front matter silenced.
    package let suppressed: Int
    /// What a baseline knew; `nil` without one.
    package let baseline: Known?

    package struct Known: Sendable, Hashable {
      /// Findings that are left out because they are known.
      package let known: Int
      /// Known ones that are no longer found.
      package let stale: Int

      package init(known: Int, stale: Int) {
        self.known = known
        self.stale = stale
      }
    }

    package init(files: Int, errors: Int, warnings: Int, infos: Int, suppressed: Int, baseline: Known? = nil) {
      self.files = files
      self.errors = errors
      self.warnings = warnings
      self.infos = infos
      self.suppressed = suppressed
      self.baseline = baseline
    }

    /// Counts findings.
    package init(of findings: [Diagnostic], files: Int, suppressed: Int, baseline: Known? = nil) {
      var counts: [Severity: Int] = [:]
      for finding in findings { counts[finding.severity, default: 0] += 1 }
      self.init(
        files: files, errors: counts[.error, default: 0], warnings: counts[.warning, default: 0],
        infos: counts[.info, default: 0], suppressed: suppressed, baseline: baseline)
    }
  }

  package enum Order: Sendable {
    /// As the findings stand: by file and place.
    case data
    /// Errors first, then by place: for a person who reads about one file.
    case worstFirst
  }

  /// In report order.
  package let findings: [Diagnostic]
  /// In report order.
  package let suppressed: [Diagnostic]
  package let files: SourceFiles
  package let summary: Summary
  /// The language of the formats for people; the others are English.
  package let language: Language
  package let style: OutputStyle
  /// The order of the text format; the others keep the order of the findings.
  package let order: Order
  /// Whether the text format ends with the summary.
  package let showsSummary: Bool
  /// For programs that take the findings up.
  package let run: Run

  /// What the formats for other programs say about the run, beside its findings.
  package struct Run: Sendable {
    /// Of planlint.
    package let version: String
    /// The files that were checked, in report order.
    package let checked: [FileID]
    /// The least severity that fails the run; `nil` for none.
    package let failsFrom: Severity?
    /// What a finding is about, whatever its line and message: the cells of the numbers at its place, or nothing.
    package let cell: @Sendable (Diagnostic) -> String

    package init(
      version: String = "0", checked: [FileID] = [], failsFrom: Severity? = .error,
      cell: @escaping @Sendable (Diagnostic) -> String = { _ in "" }
    ) {
      self.version = version
      self.checked = checked
      self.failsFrom = failsFrom
      self.cell = cell
    }
  }

  package init(
    findings: [Diagnostic], suppressed: [Diagnostic] = [], files: SourceFiles, summary: Summary, language: Language,
    style: OutputStyle = .plain,
    order: Order = .data, showsSummary: Bool = true, run: Run = Run()
  ) {
    self.findings = findings
    self.suppressed = suppressed
    self.files = files
    self.summary = summary
    self.language = language
    self.style = style
    self.order = order
    self.showsSummary = showsSummary
    self.run = run
  }
}

extension DiagnosticReport.Summary {
  /// One line for people, such as `发现 3 个错误、2 个警告（已忽略 1 处），检查了 39 个文件`.
  package func line(in language: Language) -> String {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  private var chinese: String {
    let counts = [(errors, "错误"), (warnings, "警告"), (infos, "提示")].filter { $0.0 > 0 }.map { "\($0.0) 个\($0.1)" }
    let found = counts.isEmpty ? "没有发现问题" : "发现 " + counts.joined(separator: "、")
    let left = [
      suppressed > 0 ? "已忽略 \(suppressed) 处" : nil, baseline.map { "基线已有 \($0.known) 个" },
      baseline.flatMap { $0.stale > 0 ? "基线里 \($0.stale) 个已不存在" : nil },
    ].compactMap { $0 }
    let silenced = left.isEmpty ? "" : "（" + left.joined(separator: "，") + "）"
    return "\(found)\(silenced)，检查了 \(files) 个文件"
  }

  private var english: String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 || $0.1 == "info" ? "" : "s")" }
    let listed =
      counts.count > 1 ? counts.dropLast().joined(separator: ", ") + " and " + (counts.last ?? "") : counts.first
    let found = listed.map { "found \($0)" } ?? "no problems found"
    let left = [
      suppressed > 0 ? "\(suppressed) suppressed" : nil, baseline.map { "\($0.known) in the baseline" },
      baseline.flatMap { $0.stale > 0 ? "\($0.stale) gone from it" : nil },
    ].compactMap { $0 }
    let silenced = left.isEmpty ? "" : " (" + left.joined(separator: ", ") + ")"
    return "\(found)\(silenced) in \(files) \(files == 1 ? "file" : "files")"
  }
}
