import PlanOutput
import Testing

@Suite struct UnifiedDiffTests {
  private static func diff(_ before: String, _ after: String, isForTerminal: Bool = false) -> String {
    var output = OutputBuffer()
    UnifiedDiff.write(
      path: "a.md", before: Array(before.utf8), after: Array(after.utf8), isForTerminal: isForTerminal, to: &output)
    return output.text
  }

  @Test func hunksHaveThreeLinesAround() {
    let before = (1...20).map { "\($0)\n" }.joined()
    let after = before.replacing("\n5\n", with: "\nfive\n").replacing("\n18\n", with: "\n18\n18½\n")
    #expect(
      Self.diff(before, after) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -16,5 +16,6 @@
         16
         17
         18
        +18½
         19
         20

        """)
  }

  @Test(arguments: [
    ("a", "b", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
    ("a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"), ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
  ])
  func edges(before: String, after: String, hunk: String) {
    #expect(Self.diff(before, after) == "--- a/a.md\n+++ b/a.md\n" + hunk)
  }

  @Test func theSameIsNothing() { #expect(Self.diff("a\nb\n", "a\nb\n") == "") }

  @Test func onATerminalHiddenCharactersAreShown() {
    #expect(Self.diff("\u{1B}[31m\n", "\n", isForTerminal: true).contains("-\\u{1B}[31m\n"))
    #expect(Self.diff("\u{1B}[31m\n", "\n").contains("-\u{1B}[31m\n"))
  }

  /// The same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: 1...200) func readBackTheNewTextComesOut(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let words = ["a", "b", "c", "中", "", "d"]
    var lines = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }
    let before = lines.map { $0 + "\n" }.joined() + (seed % 3 == 0 ? "end" : "")
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      let place = Int.random(in: 0...lines.count, using: &numbers)
      if place < lines.count, Bool.random(using: &numbers) { lines.remove(at: place) }
      lines.insert("new", at: min(place, lines.count))
    }
    let after = lines.map { $0 + "\n" }.joined() + (seed % 2 == 0 ? "end" : "")
    #expect(Self.applying(Self.diff(before, after), to: before) == after)
  }

  @Test func manyDifferencesBecomeOneHunk() {
    let before = (0..<3_000).map { "a\($0)\n" }.joined()
    let after = (0..<3_000).map { "b\($0)\n" }.joined()
    #expect(Self.applying(Self.diff(before, after), to: before) == after)
  }

  /// A plain reader of unified diffs; `nil` where the old lines do not stand where the diff says.
  private static func applying(_ diff: String, to before: String) -> String? {
    guard !diff.isEmpty else { return before }
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    var result: [Substring] = []
    var place = 0
    var endsOpen = !before.hasSuffix("\n") && !before.isEmpty
    let lines = diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast()
    var last: Character = " "
    for line in lines {
      if line.hasPrefix("@@ -") {
        let numbers = line.dropFirst(4).prefix { $0 != " " }.split(separator: ",").compactMap { Int($0) }
        let start = numbers[1] == 0 ? numbers[0] : numbers[0] - 1
        result += old[place..<start]
        place = start
      } else if line.hasPrefix("\\") {
        endsOpen = last != "-"
      } else {
        last = line.first ?? " "
        if last != "+" {
          guard place < old.count, old[place] == line.dropFirst() else { return nil }
          place += 1
        }
        if last != "-" { result.append(line.dropFirst()) }
      }
    }
    let rest = old[place...]
    result += rest.last == "" ? rest.dropLast() : rest
    if result.isEmpty { return "" }
    return result.joined(separator: "\n") + (endsOpen ? "" : "\n")
  }
}
