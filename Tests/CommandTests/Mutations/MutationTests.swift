import Foundation
import PlanRules
import Testing

/// Each core rule speaks exactly once, and no other with it, on one small change of the clean sample book.
@Suite struct MutationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Findings.md")

  @Test func everyCoreRuleHasOne() {
    #expect(Mutation.all.map(\.rule) == Rule.all.filter { $0.profile == .core }.map(\.id.description))
  }

  @Test func oneRuleSpeaksOnce() throws {
    var rows: [String] = []
    for mutation in Mutation.all {
      let book = try Self.book(with: mutation)
      let run = try Program(
        "planlint", ["check", "--profile", "core", "--format", "json", "--lang", "zh", "plans"], in: book.url)
      let report = try JSONValue(run.bytes)
      let findings = report["findings"]?.items ?? []
      #expect(findings.compactMap { $0["rule"]?.text } == [mutation.rule], "\(mutation.rule)")
      rows += findings.map { Self.row(mutation, $0) }
    }
    let text = Self.page(rows)
    if ProcessInfo.processInfo.environment["PLAN_UPDATE"] == "1" {
      let isChanged = try? String(contentsOf: Self.table, encoding: .utf8) != text
      try Data(text.utf8).write(to: Self.table)
      // Somebody has to read what changed before it counts as right.
      if isChanged ?? true { Issue.record("Findings.md is rewritten; read it and run again") }
    } else {
      #expect(try String(contentsOf: Self.table, encoding: .utf8) == text, "PLAN_UPDATE=1 rewrites Findings.md")
    }
  }

  /// The sample book in a folder of its own, changed.
  private static func book(with mutation: Mutation) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: root.appending(path: "plans"), to: folder.url.appending(path: "plans"))
    for edit in mutation.edits {
      let path = folder.url.appending(path: "plans").appending(path: edit.path)
      let before = (try? Data(contentsOf: path)) ?? Data()
      guard let place = edit.old.isEmpty ? 0..<0 : before.range(of: Data(edit.old.utf8)) else {
        Issue.record("\(mutation.rule): the sample book has no \(edit.old)")
        continue
      }
      try folder.write(before.replacing(place, with: bytes(edit.new)), to: "plans/\(edit.path)")
    }
    return folder
  }

  private static func bytes(_ text: String) -> Data {
    var data = Data()
    var rest = Substring(text)
    while let escape = rest.range(of: "\\x") {
      data += Data(rest[..<escape.lowerBound].utf8)
      let digits = rest[escape.upperBound...].prefix(2)
      data.append(UInt8(digits, radix: 16) ?? 0)
      rest = rest[digits.endIndex...]
    }
    return data + Data(rest.utf8)
  }

  private static func page(_ rows: [String]) -> String {
    """
    # What one change of the sample book sets off

    Written by `PLAN_UPDATE=1 swift test --filter MutationTests`; the changes stand in Mutation.swift.

    | rule | file | change | finding |
    |---|---|---|---|
    \(rows.joined(separator: "\n"))

    """
  }

  private static func row(_ mutation: Mutation, _ finding: JSONValue) -> String {
    let files = mutation.edits.map { "`\($0.path)`" }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let changes = mutation.edits.map(change)
    let severity = finding["severity"]?.text ?? ""
    let line = finding["range"]?["start"]?["line"].map(\.description) ?? ""
    let message = finding["message"]?.text ?? ""
    return "| \(mutation.rule) | \(files.joined(separator: "<br>")) | \(changes.joined(separator: "<br>")) "
      + "| \(severity), \(line): \(shown(message)) |"
  }

  private static func change(_ edit: Mutation.Edit) -> String {
    if edit.old.isEmpty { return "+ \(shown(edit.new))" }
    if edit.new.hasPrefix(edit.old) { return "+ \(shown(String(edit.new.dropFirst(edit.old.count))))" }
    return "\(shown(edit.old)) → \(edit.new.isEmpty ? "∅" : shown(edit.new))"
  }

  /// A text in one cell of a table.
  private static func shown(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .newlines)
    while let gap = text.range(of: "  ") { text.replaceSubrange(gap, with: " ") }
    let plain = text.replacing("|", with: "\\|").replacing("\n", with: "⏎").replacing("\u{200B}", with: "⟨U+200B⟩")
      .replacing("<", with: "&lt;").replacing("*", with: "\\*").replacing("`", with: "'")
    return plain.count > 120 ? plain.prefix(120) + "…" : plain
  }
}

extension Data {
  fileprivate func replacing(_ place: Range<Int>, with other: Data) -> Data {
    var changed = self
    changed.replaceSubrange(place, with: other)
    return changed
  }
}
