import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

/// Runs of lines that are meant as one list.
enum LooseLists {
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
      let isSpaced =
        marker.upperBound < file.source.bytes.count && file.source.bytes[marker.upperBound] == UInt8(ascii: " ")
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
    // Further left a marker would stand in a code block, or begin no line.
    while start > 0, offset - start < 4, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r")
    {
      start -= 1
    }
    return start
  }

  /// Whether the line before is empty, so that a list with any number can begin here.
  private static func beginsParagraph(_ lineStart: Int, _ file: PlanFile) -> Bool {
    let bytes = file.source.bytes
    var at = lineStart
    if at > 0, bytes[at - 1] == UInt8(ascii: "\n") { at -= 1 }
    if at > 0, bytes[at - 1] == UInt8(ascii: "\r") { at -= 1 }
    return at == 0 || bytes[at - 1] == UInt8(ascii: "\n") || bytes[at - 1] == UInt8(ascii: "\r")
  }
}
