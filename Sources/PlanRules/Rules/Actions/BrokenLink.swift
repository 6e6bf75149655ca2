import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let brokenLink = Rule(
    id: "broken-link",
    group: .actions,
    severity: .error,
    summary: LocalText(zh: "链接的计划或章节不存在", en: "A link to a plan or section that does not exist"),
    why: LocalText(
      zh: "上级目标、周计划之间靠链接对齐；链接断了，读的人找不到依据，行动也不知道支撑哪个目标。",
      en:
        "Links tie plans to what they come from. Where one leads nowhere, readers do not find the basis, and an action serves no target."
    ),
    exceptions: LocalText(
      zh: "只检查册子里的 .md 文件和它们的“#章节”；网址、图片、册子外面的路径、排除的文件不检查；单独检查一个文件时不查别的文件。",
      en: """
        Only `.md` files of the book and `#sections` in them are checked: no addresses, images, paths out of the book or excluded \
        files, and no other files where a plan is checked alone.
        """),
    examples: [
      .badBook(
        LocalText(zh: "文件名写错，章节改了名", en: "a wrong file name, a renamed section"),
        [
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            承接[年度计划](⟦2025.md⟧)和[年度目标](2026.md#⟦年度任务⟧)，见[本月目标](#本月目标)。

            ## 本月目标

            - 拜访：20次
            """),
          Example.File(
            "华东区/王芳/2026.md",
            """
            # 王芳 2026年计划

            ## 年度目标
            """),
        ],
        says: "册子里没有「华东区/王芳/2025.md」", "「2026.md」里没有「年度任务」这一节"),
      .badBook(
        LocalText(zh: "英文计划", en: "an English plan"),
        [
          Example.File(
            "East/Ben/2026-03.md",
            """
            # Ben March 2026 plan

            From the [quarter](../⟦2026-Q1.md⟧).
            """),
          Example.File("East/Ben/2026-Q1.md", "# Ben Q1 2026 plan"),
        ],
        says: "`East/2026-Q1.md` is not in the book", in: .en),
      .goodBook(
        LocalText(zh: "都在", en: "all there"),
        [
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            承接[年度计划](./2026.md)和[年度目标](2026.md#一年度目标)，[目标](2026.md#^t1)，见[网页](https://example.com/a.md)、
            ![图](图.md)、[册子外](../../../其他.md)、[表](附件.xlsx)。
            """),
          Example.File(
            "华东区/王芳/2026.md",
            """
            # 王芳 2026年计划

            ## 一、年度目标

            说明 ^t1
            """),
        ]),
      .good(
        LocalText(zh: "单独的文件", en: "a file alone"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        See the [year](2026.md) and the [notes](#notes).

        ## Notes
        """),
    ],
    check: .book { book, context, findings in
      let index = LinkIndex(book, context)
      for (number, link) in index.brokenLinks().enumerated() {
        guard link.target == nil else {
          findings.add(.noSection(link.section, in: link.path), at: link.place, help: remedy)
          continue
        }
        // Looking for what was meant takes long where a whole book has moved.
        let nearest = number < 20 ? index.nearest(to: link.path) : nil
        findings.add(
          .noFile(link.path), at: link.place,
          help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") } ?? remedy)
      }
    })

  private static let remedy = LocalText(zh: "改正链接，或补上它指向的内容", en: "mend the link, or add what it leads to")
}

extension Message {
  fileprivate static func noFile(_ path: String) -> Message {
    Message(zh: "册子里没有「\(path)」", en: "`\(path)` is not in the book", Argument("path", .text(path)))
  }

  fileprivate static func noSection(_ name: String, in path: String) -> Message {
    Message(
      zh: "「\(path)」里没有「\(name)」这一节", en: "`\(path)` has no section `\(name)`", Argument("section", .text(name)),
      Argument("path", .text(path)))
  }
}
