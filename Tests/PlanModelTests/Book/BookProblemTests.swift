import PlanModel
import PlanSource
import Testing

@Suite struct BookProblemTests {
  private func read(_ text: String) -> (settings: BookSettings?, problems: [BookProblem]) {
    let bytes = Array(text.utf8)
    return BookSettings.read(bytes.span)
  }

  /// Wrong values, the words they stand in, and a word of what was meant.
  static let wrong: [(text: String, place: String, says: String)] = [
    ("planbook: 2", "2", "1"), ("currency: 人民币", "人民币", "CNY"), ("fiscal-year-start: 13", "13", "12"),
    ("fiscal-year-name: begin", "begin", "start"), ("week: ISO", "ISO", "iso"), ("calendar: china", "china", "cn"),
    ("calendar: {off: 2026-02-30}", "2026-02-30", "2026-03-15"), ("calendar: {workweek: [monday]}", "monday", "mon"),
    ("calendar: {workweek: []}", "[]", "mon"), ("locale: cn", "cn", "zh"), ("unit: 万", "万", "万元"),
    ("today: 2026/04/15", "2026/04/15", "2026-03-15"), ("name: [a]", "[a]", "text"),
    ("organization: 华东", "华东", "key"), ("organization: {A: [x]}", "[x]", "members"),
    ("organization: {A: {members: x}}", "x", "list"),
    ("organization: {A: {members: [{role: x}]}}", "{role: x}", "name"),
    ("organization: {A: {members: [x, Y, ｘ]}}", "ｘ", "twice"), ("organization: {A: {buffer: 5}}", "5", "5%"),
    (
      "organization: {A: {members: [{name: x, from: 2026-02-01, until: 2026-01-01}]}}",
      "{name: x, from: 2026-02-01, until: 2026-01-01}", "2026-01-01"
    ),
    ("organization: {A: {members: [{name: x, open: yes}]}}", "yes", "true"),
    ("organization: {A: {members: [{name: x, email: none}]}}", "none", "e-mail"),
    ("metrics: {新指标: {kind: flow}}", "新指标", "unit"), ("metrics: {新指标: {unit: count}}", "新指标", "kind"),
    ("metrics: {签约额: {unit: mony}}", "mony", "money"), ("metrics: {签约额: {id: booking}}", "签约额", "bookings"),
    ("metrics: {中标率: {of: [中标]}}", "[中标]", "numerator"), ("metrics: {中标率: {of: [中标, 投票]}}", "投票", "metric"),
    ("metrics: {签约额: {of: [中标, 投标]}}", "[中标, 投标]", "ratio"), ("exchange-rates: {US: 7}", "US", "USD"),
    ("exchange-rates: {USD: 0}", "0", "7.10"), ("exchange-rates: {USD: 7,1}", "1", "USD"),
    ("exchange-rates: {CNY: 1}", "CNY", "CNY"), ("focus: {Q1: 医疗}", "Q1", "2026-Q2"),
    ("freeze: {2026: soon}", "soon", "2026-03-15"), ("cadence: {week: friday}", "friday", "fri"),
    ("cadence: {month: 3}", "3", "-3"), ("cadence: {review: -1}", "-1", "60"), ("win-rate: 0.25", "0.25", "25%"),
    ("win-rate: 0%", "0%", "25%"), ("coverage: none", "none", "number"), ("actuals: {file: x}", "{file: x}", "list"),
    ("actuals: [{key: x}]", "{key: x}", "file"),
    ("actuals: [{file: ../x.csv, columns: {date: d, bookings: b}}]", "../x.csv", "inside"),
    ("actuals: [{file: /x.csv, columns: {date: d, bookings: b}}]", "/x.csv", "inside"),
    ("actuals: [{file: x.csv, columns: {date: d}}]", "{file: x.csv, columns: {date: d}}", "bookings"),
    ("actuals: [{file: x.csv, columns: {date: d, bokings: b, bookings: c}}]", "bokings", "bookings"),
    ("actuals: [{file: x.csv, encoding: gbk, columns: {date: d, bookings: b}}]", "gbk", "gb18030"),
    ("source-url: javascript:{path}", "javascript:{path}", "https"),
    ("source-url: https://x/{file}", "https://x/{file}", "{path}"),
    ("rules: {profile: all}", "all", "core"), ("rules: {severity: {equal-split: warn}}", "warn", "warning"),
    ("rules: {limits: {off-focus: 50}}", "50", "5%"), ("rules: {limits: {overlong-day-plan: many}}", "many", "0"),
    ("exclude: {a: b}", "{a: b}", "list"), ("blocks: [../README.md]", "../README.md", "inside"),
    ("name: a\nname: b", "name", "twice"), ("name: &a b", "&a b", "anchor"), ("- a", "- a", "key"),
    ("a: 1\n---\nb: 2", "", "document"),
  ]

  @Test(arguments: wrong.indices) func wrongValuesStopTheRun(_ index: Int) {
    let (text, place, says) = Self.wrong[index]
    let (settings, problems) = read(text)
    #expect(settings == nil, "\(text)")
    let errors = problems.filter(\.isError)
    #expect(!errors.isEmpty, "\(text)")
    let found = errors.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(place.isEmpty || found.contains(place), "\(text): \(found)")
    #expect(errors.contains { $0.message.en.contains(says) }, "\(text): \(errors.map(\.message.en))")
    #expect(errors.allSatisfy { !$0.message.zh.isEmpty && $0.message.zh != $0.message.en })
  }

  @Test func errorsNameLineAndColumn() throws {
    let text = "name: 远航\n事业: x\norganization:\n  华东区: {lead: 李慧, buffer: 五}\n"
    let bytes = Array(text.utf8)
    let (settings, problems) = BookSettings.read(bytes.span)
    #expect(settings == nil)
    let lines = problems.map { $0.description(path: "plans/planbook.yml", in: bytes.span, .zh) }
    #expect(
      lines == [
        "plans/planbook.yml:2:1: 不认识的键「事业」", "plans/planbook.yml:4:27: 「buffer」应为百分比，如 5%，现为「五」",
      ])
    #expect(
      problems.last?.description(path: "planbook.yml", in: bytes.span, .en)
        == "planbook.yml:4:27: `buffer` takes a percentage such as 5%, not `五`")
  }

  @Test func everyPrefixIsAnswered() {
    let bytes = Array(BookSettingsTests.whole.utf8)
    for end in stride(from: 0, through: bytes.count, by: 7) {
      let part = Array(bytes[..<end])
      let (settings, problems) = BookSettings.read(part.span)
      #expect(settings != nil || problems.contains(where: \.isError))
      #expect(problems.allSatisfy { $0.range.upperBound <= end })
    }
  }
}
