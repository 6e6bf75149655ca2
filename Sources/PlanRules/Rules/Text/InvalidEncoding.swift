import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let invalidEncoding = Rule(
    id: "invalid-encoding",
    group: .text,
    severity: .error,
    summary: LocalText(zh: "文件不是 UTF-8 编码", en: "A file that is not UTF-8"),
    why: LocalText(
      zh: "中文 Windows 的编辑器可能存成 GB18030（GBK）；别的程序打开是乱码，指标和名字也认不出来。",
      en: """
        Editors on Chinese Windows may save GB18030 (GBK). Other programs show such a file garbled, and neither metrics nor \
        names are recognized in it.
        """),
    exceptions: LocalText(
      zh: "带 BOM 的 UTF-8 没有问题。示例里的 \\x 后面是一个字节的十六进制。",
      en: "UTF-8 with a byte order mark is fine. In the examples `\\x` stands for a byte in hexadecimal."),
    examples: [
      .bad(
        LocalText(zh: "存成了 GB18030", en: "saved as GB18030"), path: "2026-Q1.md",
        #"""
        # ⟦\xCD⟧\xF5\xB7\xBC Q1
        """#,
        says: "文件不是 UTF-8，看上去是 GB18030"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        #"""
        # Ren⟦\xE9⟧ Q1 2026 plan
        """#,
        says: "the file is not UTF-8", in: .en),
      .good(
        LocalText(zh: "UTF-8", en: "UTF-8"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # René Q1 2026 plan
        """),
    ],
    check: .file { file, _, findings in
      for problem in file.tree.problems {
        guard case .encoding(let looksLikeGB18030) = problem.kind else { continue }
        findings.add(
          .notUTF8(looksLikeGB18030), at: SourceRange(file: file.id, problem.range),
          help: LocalText(
            zh: looksLikeGB18030
              ? "转换：iconv -f GB18030 -t UTF-8 旧文件 > 新文件" : "在编辑器里选“另存为 UTF-8”",
            en: looksLikeGB18030
              ? "convert it: iconv -f GB18030 -t UTF-8 OLD > NEW" : "save it as UTF-8 in the editor"))
      }
    })
}

extension Message {
  fileprivate static func notUTF8(_ looksLikeGB18030: Bool) -> Message {
    Message(
      zh: "文件不是 UTF-8" + (looksLikeGB18030 ? "，看上去是 GB18030" : ""),
      en: "the file is not UTF-8" + (looksLikeGB18030 ? "; it looks like GB18030" : ""),
      .init("guess", .text(looksLikeGB18030 ? "GB18030" : "")))
  }
}
