import PlanSource
import PlanSyntax
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) -> (frontMatter: FrontMatter, problems: [FrontMatter.Problem], text: String) {
    let bytes = Array(text.utf8)
    guard let split = FrontMatter.split(bytes.span, from: 0) else { return (FrontMatter(), [], text) }
    let (frontMatter, problems) = FrontMatter.read(bytes.span, split.content)
    return (frontMatter, problems, text)
  }

  private func split(_ bytes: [UInt8], from start: Int = 0) -> FrontMatterSplit? {
    FrontMatter.split(bytes.span, from: start)
  }

  private func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  @Test(arguments: [
    ("---\na: 1\n---\nbody", "a: 1\n", "body"), ("---\r\na: 1\r\n...\r\nbody", "a: 1\r\n", "body"),
    ("---\ra: 1\r---\rbody", "a: 1\r", "body"), ("--- \t\n---\n", "", ""), ("---\na: 1\n---", "a: 1\n", ""),
    ("---\n键: 值\n--- \n\n# 标题", "键: 值\n", "\n# 标题"), ("---\n----\n---\n", "----\n", ""),
  ]) func splits(_ text: String, _ content: String, _ body: String) throws {
    let bytes = Array(text.utf8)
    let split = try #require(self.split(bytes))
    #expect(slice(text, split.content) == content)
    #expect(slice(text, split.bodyStart..<bytes.count) == body)
  }

  @Test(arguments: [
    "", "---", "---\na: 1\n", "----\na: 1\n---\n", " ---\na: 1\n---\n", "# x\n---\na: 1\n---\n", "--- a\n---\n",
  ])
  func hasNone(_ text: String) {
    #expect(split(Array(text.utf8)) == nil)
  }

  @Test func startsBehindAByteOrderMark() throws {
    let bytes = Array("\u{FEFF}---\nowner: 王芳\n---\n".utf8)
    let split = try #require(self.split(bytes, from: 3))
    let (frontMatter, _) = FrontMatter.read(bytes.span, split.content)
    let owner = try #require(frontMatter.owners.first)
    #expect(String(decoding: bytes[owner.range], as: UTF8.self) == "王芳")
  }

  @Test(arguments: [
    "---\nkind: month\nowner: 王芳\nteam: 华东区\nrole: Account Manager\nperiod: 2026-03\nparent: ../2026-Q1.md#t1\n"
      + "strategy: 战略/2026.md@v2\nregion: 上海\nindustry: 医疗\ncurrency: CNY\nfrozen: 2026-01-15\ntemplate: month\n"
      + "buffer: 10%\nversion: v2\n---\n",
    "---\n类型: 月度\n负责人: 王芳\n团队: 华东区\n角色: Account Manager\n期间: 2026-03\n上级目标: ../2026-Q1.md#t1\n"
      + "战略: 战略/2026.md@v2\n区域: 上海\n行业: 医疗\n币种: cny\n冻结: 2026-01-15\n模板: month\n上浮: 10％\n版本: v2\n---\n",
    "---\n类型: 月计划\n姓名: '王芳'\n部门: \"华东区\"\n角色: Account Manager\n周期: 2026-03\n上级目标: [../2026-Q1.md#t1]\n"
      + "战略: [战略/2026.md@v2]\n区域: 上海\n行业: 医疗\n币种: CNY\n冻结: 2026-01-15\n模板: month\n上浮: 10 %\n版本: v2\n---\n",
  ]) func readsBothLanguages(_ text: String) throws {
    let (found, problems, _) = read(text)
    #expect(problems.isEmpty)
    #expect(found.kind?.value == .month)
    #expect(found.owners.map(\.value) == ["王芳"])
    #expect(found.owners.map { slice(text, $0.range) } == ["王芳"])
    #expect(found.team?.value == "华东区")
    #expect(found.role?.value == "Account Manager")
    #expect(found.period.map { slice(text, $0.range) } == "2026-03")
    #expect(found.parents.map(\.value) == ["../2026-Q1.md#t1"])
    #expect(found.strategies.map(\.value) == ["战略/2026.md@v2"])
    #expect(found.region?.value == "上海" && found.industry?.value == "医疗")
    #expect(found.currency?.value == .cny)
    #expect(found.frozen?.value == Day(year: 2026, month: 1, day: 15).map { .since($0) })
    #expect(found.template?.value == "month" && found.version?.value == "v2")
    #expect(found.buffer?.value == ExactDecimal(10))
    #expect(found.kind.map { ["kind", "类型"].contains(slice(text, $0.key)) } == true)
  }

  @Test func readsListsAndSuppressions() {
    let (found, problems, text) = read(
      "---\nowners: [王芳, Ana Torres]\nregions: [上海, 江苏]\n行业:\n  - 医疗\n  - 教育\nplanlint: {disable: [equal-split, sum-mismatch]}\n---\n"
    )
    #expect(problems.isEmpty)
    #expect(found.owners.map(\.value) == ["王芳", "Ana Torres"])
    #expect(found.regions.map(\.value) == ["上海", "江苏"])
    #expect(found.region == nil && found.industry == nil)
    #expect(found.industries.map { slice(text, $0.range) } == ["医疗", "教育"])
    #expect(found.disabledRules.map { slice(text, $0.range) } == ["equal-split", "sum-mismatch"])
  }

  @Test(arguments: [
    ("---\nowenr: 王芳\n---\n", FrontMatter.Problem.Kind.unknownKey("owenr", nearest: "owner"), "owenr"),
    ("---\n负责: 王芳\n---\n", .unknownKey("负责", nearest: "负责人"), "负责"),
    ("---\ntags: x\nxyz: 1\n---\n", .unknownKey("tags", nearest: nil), "tags"),
    ("---\nplanlint: {disabel: [x]}\n---\n", .unknownKey("disabel", nearest: "disable"), "disabel"),
    ("---\nowner: a\n负责人: b\n---\n", .repeatedField(key: "负责人", first: 4..<9), "负责人"),
  ]) func namesWhatWasMeant(_ text: String, _ kind: FrontMatter.Problem.Kind, _ place: String) {
    let (_, problems, _) = read(text)
    #expect(problems.first?.kind == kind)
    #expect(problems.first.map { slice(text, $0.range) } == place)
  }

  @Test(arguments: [
    ("kind: montly", "kind", "montly"), ("上浮: 10", "上浮", "10"), ("buffer: -5%", "buffer", "-5%"),
    ("currency: 人民币", "currency", "人民币"), ("frozen: 2026-02-30", "frozen", "2026-02-30"),
    ("owner: {name: a}", "owner", "{name: a}"), ("period: [2026-03]", "period", "[2026-03]"),
    ("planlint: off", "planlint", "off"),
  ]) func refusesValues(_ line: String, _ key: String, _ place: String) {
    let (_, problems, text) = read("---\n\(line)\nrole: x\n---\n")
    #expect(problems.count == 1)
    guard case .invalidValue(key, let expected) = problems.first?.kind else {
      return #expect(Bool(false), "\(problems)")
    }
    #expect(!expected.zh.isEmpty && !expected.en.isEmpty)
    #expect(problems.first.map { slice(text, $0.range) } == place)
  }

  @Test(arguments: [
    "owner: &a 王芳", "owner: *a", "owner: !!str a", "owner: \"a", "- a\n- b", "just text",
    "owner: " + String(repeating: "长", count: 30_000),
  ]) func refusesWhatIsNotItsYAML(_ line: String) {
    let (found, problems, _) = read("---\n\(line)\n---\n")
    #expect(problems.count == 1 && found.owners.isEmpty)
  }

  @Test func whatIsLeftBlankIsNotStated() {
    let (found, problems, _) = read("---\nowner:\nkind: ~\n期间: \n---\n")
    #expect(problems.isEmpty && found.owners.isEmpty && found.kind == nil && found.period == nil)
  }

  @Test(arguments: [
    ("战略", PlanKind.strategy), ("年度", .year), ("年", .year), ("半年", .half), ("季度", .quarter), ("月", .month),
    ("月度", .month), ("周", .week), ("周计划", .week), ("日", .day), ("客户", .customer), ("区域", .region), ("行业", .industry),
    ("Quarterly", .quarter), ("free", .free), ("month plan", .month),
  ]) func kindsInBothLanguages(_ word: String, _ kind: PlanKind) {
    #expect(PlanKind(named: word) == kind)
  }

  @Test(arguments: ["12", "-0.5", "7.10", "+3", "0", String(repeating: "9", count: 38)])
  func plainNumbers(_ text: String) {
    #expect(ExactDecimal(plain: text) != nil)
  }

  @Test(arguments: ["", "-", ".", "1.", "1,000", "1e3", "一", "1 ", "--1", String(repeating: "9", count: 39)])
  func noPlainNumbers(_ text: String) {
    #expect(ExactDecimal(plain: text) == nil)
  }

  @Test func aPlainNumberIsExact() {
    #expect(ExactDecimal(plain: "7.10")?.description == "7.1")
    #expect(ExactDecimal(plain: "-0.05")?.description == "-0.05")
    #expect(ExactDecimal(plainPercent: "12.5 ％")?.description == "12.5")
    #expect(ExactDecimal.zero == ExactDecimal(0))
  }
}
