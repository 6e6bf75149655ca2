import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let textLooksLikeList = Rule(
    id: "text-looks-like-list",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "“1、”“•”在 Markdown 里不是列表", en: "`1、` and `•` are no list markers in Markdown"),
    why: LocalText(
      zh: "从 Word 粘贴来的“1、”“•”看上去像列表，Markdown 却把这些行连成一段，网页上挤在一起。",
      en: """
        Lines pasted from Word with `1、` or `•` look like a list in the editor, but Markdown joins them to one paragraph, \
        and readers of the page see one block of text.
        """),
    exceptions: LocalText(
      zh: "我们仍按条目读取；连续的几行只报一次。“一、”开头的行只报告，不自动修改。",
      en: "The lines are still read as items. Lines that follow each other are reported once; lines with `一、` are not changed."),
    examples: [
      .bad(
        LocalText(zh: "从 Word 粘贴", en: "pasted from Word"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        ⟦1、⟧签约额：300万元
        2、回款额：260万元
        3、拜访：120次
        """,
        says: "「1、」不是 Markdown 的列表，3 行会连成一段"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        ⟦•⟧ Bookings: $300,000
        • Visits: 40
        """,
        says: "`•` is no list marker in Markdown, 2 lines run together", in: .en),
      .good(
        LocalText(zh: "Markdown 的列表", en: "Markdown's own lists"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 一、本月目标

        1. 签约额：300万元
        2. 回款额：260万元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Visits: 40
        """),
    ],
    check: .file { file, _, findings in
      for group in LooseLists.groups(in: file) {
        guard let first = group.first else { continue }
        findings.add(
          .looksLikeList(file.source.text(first), lines: group.count), at: SourceRange(file: file.id, first),
          help: LocalText(zh: "写成“1. ”或“- ”", en: "write `1. ` or `- `"), fixes: LooseLists.fix(group, file).map { [$0] } ?? [])
      }
    })
}

/// Runs of lines that are meant as one list.
private enum LooseLists {
  /// The markers of each run.
  static func groups(in file: PlanFile) -> [[Range<Int>]] {
    let markers = file.tree.problems.filter { if case .looksLikeList = $0.kind { true } else { false } }.map(\.range)
    guard !markers.isEmpty else { return [] }
    var groups: [[Range<Int>]] = []
    var next = 0
    var last: PlanTree.Element?
    for element in file.tree.elements where next < markers.count {
      if element.kind == .looseItem {
        let marker = markers[next]
        next += 1
        let follows = last.map { $0.kind == .looseItem || $0.block == element.block } ?? false
        if follows, !groups.isEmpty, last?.parentItem == element.parentItem {
          groups[groups.count - 1].append(marker)
        } else {
          groups.append([marker])
        }
      } else if element.kind == .paragraph, element.block == last?.block {
        continue
      }
      last = element
    }
    return groups
  }

  /// Markdown's markers in their place, where they make the list that was meant; `nil` where they would not.
  static func fix(_ markers: [Range<Int>], _ file: PlanFile) -> Fix? {
    var edits: [Edit] = []
    for (index, marker) in markers.enumerated() {
      let lineStart = startOfLine(marker.lowerBound, file.source.bytes)
      guard marker.lowerBound - lineStart < 4,
        file.source.bytes[lineStart..<marker.lowerBound].allSatisfy({ $0 == UInt8(ascii: " ") }),
        let replacement = replacement(file.source.text(marker)),
        index > 0 || beginsParagraph(lineStart, file) || replacement == "-" || replacement == "1."
      else { return nil }
      let isSpaced = marker.upperBound < file.source.bytes.count && file.source.bytes[marker.upperBound] == UInt8(ascii: " ")
      edits.append(Edit(SourceRange(file: file.id, marker), replacement + (isSpaced ? "" : " ")))
    }
    return Fix(title: LocalText(zh: "改成 Markdown 列表", en: "make it a Markdown list"), safety: .safe, edits: edits)
  }

  private static func replacement(_ marker: String) -> String? {
    if ["•", "●", "▪"].contains(marker) { return "-" }
    let digits = marker.filter { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : digits + "."
  }

  private static func startOfLine(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r") { start -= 1 }
    return start
  }

  private static func beginsParagraph(_ lineStart: Int, _ file: PlanFile) -> Bool {
    file.tree.document.blocks.contains { $0.kind == .paragraph && $0.parent == 0 && startOfLine(Int($0.start), file.source.bytes) == lineStart }
  }
}

extension Message {
  fileprivate static func looksLikeList(_ marker: String, lines: Int) -> Message {
    Message(
      zh: "「\(marker)」不是 Markdown 的列表" + (lines > 1 ? "，\(lines) 行会连成一段" : ""),
      en: "`\(marker)` is no list marker in Markdown" + (lines > 1 ? ", \(lines) lines run together" : ""),
      .init("marker", .text(marker)), .init("lines", .number("\(lines)")))
  }
}
