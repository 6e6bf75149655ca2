import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let hiddenCharacter = Rule(
    id: "hidden-character",
    group: .text,
    severity: .error,
    summary: LocalText(zh: "数字、名字或指标里有看不见的字符", en: "An invisible character inside a number, name or metric"),
    why: LocalText(
      zh: "从网页或聊天复制来的零宽字符看不见，却让“签约额”不再是“签约额”，数字也会断开；方向控制符还能让人看到与实际不同的数字。",
      en: """
        Zero-width characters come along with text copied from pages and chats. A metric or number with one inside is not \
        recognized any more, and directional controls can show a number other than the one that counts.
        """),
    exceptions: LocalText(
      zh: "表情符号里的连接符、词与词之间的零宽空格不检查。", en: "Joiners in emoji, and zero-width spaces elsewhere, are not looked at."),
    examples: [
      .bad(
        LocalText(zh: "指标里夹着零宽空格", en: "a zero-width space in a metric"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约⟦\u{200B}⟧额：300万元
        """,
        says: "「签约额」里有看不见的字符 U+200B"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300⟦\u{2060}⟧,000
        """,
        says: "invisible character U+2060 inside `$300,000`", in: .en),
      .good(
        LocalText(zh: "别处的零宽空格", en: "a zero-width space elsewhere"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        附件\u{200B}另发。
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    check: .plan { file, context, findings in
      for problem in file.tree.problems {
        guard case .hiddenCharacter(let scalar) = problem.kind else { continue }
        let run = file.source.bytes.run(around: problem.range)
        guard isNumberOrName(run.map { Array(file.source.bytes[$0]) } ?? [], context.book) else { continue }
        let place = SourceRange(file: file.id, problem.range)
        let shown = run.map { withoutHidden(file.source.text($0)) } ?? ""
        findings.add(
          .hidden(scalar, in: shown), at: place,
          fixes: [
            Fix(title: LocalText(zh: "删除这个字符", en: "delete the character"), safety: .safe, edits: [Edit(place, "")])
          ])
      }
    })
}

private func withoutHidden(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
}

/// Whether the characters are a number, or name a metric or somebody once what hides is taken away.
private func isNumberOrName(_ run: [UInt8], _ book: BookContext) -> Bool {
  if run.contains(where: { (0x30...0x39).contains($0) }) { return true }
  let text = withoutHidden(String(decoding: run, as: UTF8.self))
  return book.registry.metric(named: text) != nil || book.organization.find(text) != .none
}

extension [UInt8] {
  /// The letters, digits and signs around a place, up to blanks, line ends and the punctuation that ends a word.
  fileprivate func run(around place: Range<Int>) -> Range<Int>? {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < 60, !endsRun(start - 1) { start -= 1 }
    var end = place.upperBound
    while end < count, end - place.upperBound < 60, !endsRun(end) { end += 1 }
    return start < end ? start..<end : nil
  }

  private func endsRun(_ at: Int) -> Bool {
    switch self[at] {
    case 0...0x20, UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"):
      return true
    case 0x80...0xBF: return isWidePunctuation(at)
    default: return isWidePunctuation(at)
    }
  }

  /// `，` `：` `（` `）` `。` `、` `；`, at any of their bytes.
  private func isWidePunctuation(_ at: Int) -> Bool {
    var lead = at
    while lead > 0, at - lead < 2, self[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard lead + 2 < count else { return false }
    switch (self[lead], self[lead + 1], self[lead + 2]) {
    case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B): return true
    case (0xE3, 0x80, 0x80...0x82): return true
    default: return false
    }
  }
}

extension Message {
  fileprivate static func hidden(_ scalar: UInt32, in text: String) -> Message {
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    return Message(
      zh: "「\(text)」里有看不见的字符 \(name)", en: "invisible character \(name) inside `\(text)`",
      .init("character", .text(name)), .init("text", .text(text)))
  }
}
