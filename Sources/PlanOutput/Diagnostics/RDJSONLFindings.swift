internal import PlanSource

extension DiagnosticFormat {
  /// Reviewdog's diagnostics, one JSON object a line; its columns count bytes.
  package static let rdjsonl = DiagnosticFormat(
    id: "rdjsonl",
    summary: LocalText(zh: "reviewdog 的诊断，每行一条，列号按字节", en: "reviewdog's diagnostics, one a line, columns in bytes")
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    for finding in report.findings {
      var json = JSONWriter(output)
      json.object { json in
        json.member("message", finding.message.text.en)
        json.key("location")
        json.location(finding.range, &positions)
        json.member("severity", severity(finding.severity))
        json.key("source")
        json.object { json in json.member("name", "planlint") }
        json.key("code")
        json.object { json in json.member("value", finding.rule.description) }
        let suggestions = finding.fixes.compactMap { positions.replacement(of: $0, in: finding.range.file) }
        if !suggestions.isEmpty {
          json.key("suggestions")
          json.array { json in
            for edit in suggestions {
              json.object { json in
                json.byteRange(edit.range, &positions)
                json.member("text", edit.text)
              }
            }
          }
        }
        if !finding.related.isEmpty {
          json.key("related_locations")
          json.array { json in
            for place in finding.related {
              json.object { json in
                json.member("message", place.message.en)
                json.key("location")
                json.location(place.range, &positions)
              }
            }
          }
        }
      }
      output = json.finish()
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}

extension SourcePositions {
  /// All edits of a fix as one, since a suggestion has one range; `nil` where they do not stay in the file.
  fileprivate mutating func replacement(of fix: Fix, in file: FileID) -> Edit? {
    guard let bytes = open(file)?.bytes, fix.edits.allSatisfy({ $0.range.file == file }) else { return nil }
    let edits = fix.edits.sorted { SourceRange.inReportOrder($0.range, $1.range) }
    guard let first = edits.first, let last = edits.last, Int(last.range.end) <= bytes.count else { return nil }
    var text = ""
    var place = Int(first.range.start)
    for edit in edits {
      guard Int(edit.range.start) >= place else { return nil }
      text += String(decoding: bytes[place..<Int(edit.range.start)], as: UTF8.self) + edit.text
      place = Int(edit.range.end)
    }
    return Edit(SourceRange(file: file, Int(first.range.start)..<place), text)
  }
}

extension JSONWriter {
  fileprivate mutating func location(_ range: SourceRange, _ positions: inout SourcePositions) {
    object { json in
      json.member("path", positions.path(of: range.file))
      json.byteRange(range, &positions)
    }
  }

  fileprivate mutating func byteRange(_ range: SourceRange, _ positions: inout SourcePositions) {
    key("range")
    object { json in
      for (name, offset) in [("start", Int(range.start)), ("end", Int(range.end))] {
        let place = positions.bytePosition(at: offset, in: range.file)
        json.key(name)
        json.object { json in
          json.member("line", place.line)
          json.member("column", place.column)
        }
      }
    }
  }
}
