import Foundation
import PlanOutput
import PlanSource
import Testing

/// Files of any bytes with findings at any places: every format writes them, safely and within its width.
@Suite struct AnyBytesTests {
  /// The same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let pieces: [[UInt8]] = [
    Array("中文".utf8), Array("a b".utf8), [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0x00], [0x1B], [0xFF], [0xE4, 0xBD],
    [0xEF, 0xBB, 0xBF], Array("\u{202E}".utf8), Array("e\u{301}".utf8), Array("😀".utf8), Array("| 5,000 |".utf8),
  ]

  @Test(arguments: 1...60)
  func everyFormatWritesThem(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...400, using: &numbers)).flatMap { _ in
      Self.pieces.randomElement(using: &numbers) ?? []
    }
    let ranges = (0..<20).map { _ in
      let ends = [
        Int.random(in: 0...bytes.count + 3, using: &numbers), Int.random(in: 0...bytes.count + 3, using: &numbers),
      ].sorted()
      return SourceRange(file: FileID(0), start: ends[0], end: ends[1])
    }
    let findings = ranges.map { range in
      Diagnostic.sample(range, related: ranges.prefix(3).map { .init($0, LocalText(zh: "处", en: "place")) })
    }
    let width = Int.random(in: 30...90, using: &numbers)
    let report = DiagnosticReport(
      findings: findings, files: SourceFiles([SourceFile(id: FileID(0), path: "a.md", bytes: bytes)]),
      summary: .init(of: findings, files: 1, suppressed: 0), language: .zh, style: OutputStyle(width: width))
    for format in DiagnosticFormat.all {
      let text = format.text(of: report)
      #expect(!text.unicodeScalars.contains { TerminalText.isHidden($0) && $0 != "\n" }, "\(format.id)")
    }
    for line in DiagnosticFormat.text.text(of: report).split(separator: "\n") where line.contains(" │ ") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(DiagnosticFormat.json.text(of: report).utf8))
    }
  }
}
