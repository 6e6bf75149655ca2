import Foundation
import PlanModel
import PlanOutput
import PlanSource
import Testing

/// `planlint dump` agrees with its schema, and its ranges with the file.
@Suite struct TreeDumpTests {
  static let plans = [
    "",
    "---\nperiod: 2026-Q1\nowner: 王芳\nplanlint: {disable: [equal-split]}\n---\n# 目标\n\n- [x] **签约额：** 500万元 ^t1 P1\n",
    """
    # 王芳 2026年计划

    ## 目标

    - 签约额：≥ 5,000万元，冲刺 约6000万元
    > 1. 拜访 @王芳 #临时 待定 1,234,56家

    | 指标（万元） | Q1 | `a\\|b` |
    |---|---:|---|
    | 回款 | - | TBD |
    <!-- planlint-disable-line missing-unit -- 单位待定 -->

    ```
    code
    ```
    ***
    [a]: b.md
    """,
    "<table><tr><th>月份</th><th>签约额</th></tr><tr><td>1月</td><td>100&nbsp;万元</td></tr></table>\r\n",
    "1、签约额：5000万元\n2、2月30日\u{200B}前\n\u{0}",
  ]

  @Test(arguments: plans) func documentIsValid(_ plan: String) throws {
    try SchemaCheck.validate(Self.dump(Array(plan.utf8)), against: "tree")
  }

  @Test func invalidBytesAreStillATree() throws {
    try SchemaCheck.validate(Self.dump([0x23, 0x20, 0xC4, 0xBF, 0xB1, 0xEA, 0x0A]), against: "tree")
  }

  @Test(arguments: plans) func tokensAreTheTextOfTheirRanges(_ plan: String) throws {
    let bytes = Array(plan.utf8)
    let tree = try JSONSerialization.jsonObject(with: Data(Self.dump(bytes).utf8))
    var waiting: [Any] = [tree]
    while let value = waiting.popLast() {
      if let values = value as? [Any] { waiting += values }
      guard let node = value as? [String: Any] else { continue }
      waiting += node.values.filter { $0 is [Any] || $0 is [String: Any] }
      guard let range = node["range"] as? [Int] else { continue }
      #expect(range.count == 2 && 0 <= range[0] && range[0] <= range[1] && range[1] <= bytes.count)
      // A cell has tokens, and its text is without markup.
      guard node["tokens"] == nil, let text = node["text"] as? String else { continue }
      #expect(String(decoding: bytes[range[0]..<range[1]], as: UTF8.self) == text)
    }
  }

  private static func dump(_ bytes: [UInt8]) -> String {
    let organization = Organization(preorder: [Organization.Node(name: "王芳", kind: .person, parent: nil)])
    let book = BookContext(settings: BookSettings(), organization: organization)
    let file = FactReader.read(SourceFile(id: FileID(0), path: "2026.md", bytes: bytes), in: book)
    return String(decoding: TreeDump.write(file, in: book).bytes, as: UTF8.self)
  }
}
