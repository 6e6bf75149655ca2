internal import PlanSource

extension DiagnosticFormat {
  /// The document of `docs/schemas/findings.schema.json`, always English, a finding a line.
  package static let json = DiagnosticFormat(
    id: "json",
    summary: LocalText(
      zh: "供程序读取的 JSON（docs/schemas/findings.schema.json）",
      en: "JSON for programs (docs/schemas/findings.schema.json)")
  ) { report, output in
    var document = FindingsDocument(positions: SourcePositions(in: report.files), json: JSONWriter(output))
    output = document.write(report)
  }
}

private struct FindingsDocument {
  var positions: SourcePositions
  var json: JSONWriter

  mutating func write(_ report: DiagnosticReport) -> OutputBuffer {
    // The writer and the positions change side by side, which closures over one of them do not allow.
    var positions = positions
    json.object { json in
      json.member("schema", 1)
      json.key("findings")
      json.lines(report.findings) { json, finding in
        json.finding(finding, &positions)
      }
      json.key("suppressed")
      json.lines(report.suppressed) { json, finding in
        json.suppressed(finding, &positions)
      }
      json.key("summary")
      json.object { json in
        json.member("files", report.summary.files)
        json.member("errors", report.summary.errors)
        json.member("warnings", report.summary.warnings)
        json.member("infos", report.summary.infos)
        json.member("suppressed", report.summary.suppressed)
        if let baseline = report.summary.baseline {
          json.member("known", baseline.known)
          json.member("stale", baseline.stale)
        }
      }
    }
    return json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func finding(_ finding: Diagnostic, _ positions: inout SourcePositions) {
    object { json in
      json.member("rule", finding.rule.description)
      json.member("severity", finding.severity.rawValue)
      json.member("message", finding.message.text.en)
      json.member("path", positions.path(of: finding.range.file))
      json.range(finding.range, &positions)
      json.args(finding.message.args)
      json.key("related")
      json.array { json in
        for place in finding.related {
          json.object { json in
            json.member("message", place.message.en)
            json.member("path", positions.path(of: place.range.file))
            json.range(place.range, &positions)
          }
        }
      }
      json.key("fixes")
      json.array { json in
        for fix in finding.fixes { json.fix(fix, &positions) }
      }
    }
  }

  fileprivate mutating func suppressed(_ finding: Diagnostic, _ positions: inout SourcePositions) {
    object { json in
      json.member("rule", finding.rule.description)
      json.member("severity", finding.severity.rawValue)
      json.member("message", finding.message.text.en)
      json.member("path", positions.path(of: finding.range.file))
      json.range(finding.range, &positions)
      json.member("reason", finding.acceptedBecause)
    }
  }

  private mutating func range(_ range: SourceRange, _ positions: inout SourcePositions) {
    key("range")
    object { json in
      for (name, offset) in [("start", Int(range.start)), ("end", Int(range.end))] {
        let place = positions.position(at: offset, in: range.file)
        json.key(name)
        json.object { json in
          json.member("line", place.line)
          json.member("column", place.column)
          json.member("offset", place.offset)
        }
      }
    }
  }

  /// The values of a message by name.
  mutating func args(_ args: [Message.Argument]) {
    key("args")
    object { json in
      // An object has each key once; a rule that names two values alike keeps the first.
      for (index, arg) in args.enumerated() where !args[..<index].contains(where: { $0.name == arg.name }) {
        json.key(arg.name)
        switch arg.value {
        case .text(let text): json.string(text)
        case .number(let digits): json.decimal(digits)
        case .list(let values):
          json.array { json in
            for value in values { json.string(value) }
          }
        }
      }
    }
  }

  private mutating func fix(_ fix: Fix, _ positions: inout SourcePositions) {
    object { json in
      json.member("title", fix.title.en)
      json.member("safety", fix.safety.rawValue)
      json.key("edits")
      json.array { json in
        for edit in fix.edits {
          json.object { json in
            json.member("path", positions.path(of: edit.range.file))
            json.member("start", Int(edit.range.start))
            json.member("end", Int(edit.range.end))
            json.member("text", edit.text)
          }
        }
      }
    }
  }

  /// A number with all of its digits, or a string where the text is none (JSON knows no `+5` and no `1,000`).
  private mutating func decimal(_ text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isNumber =
      parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && (digits.utf8.first != UInt8(ascii: "0") || (parts.first ?? "") == "0")
    if isNumber { number(verbatim: text) } else { string(text) }
  }
}
