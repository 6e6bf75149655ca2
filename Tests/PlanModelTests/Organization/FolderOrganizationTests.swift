import PlanModel
import Testing

@Suite struct FolderOrganizationTests {
  private func outline(_ paths: [String], people: Set<String> = []) -> [String] {
    let organization = Organization.fromFolders(
      paths, rootName: "册", people: Set(people.map { FoldedName($0) }))
    return organization.topDown.map { id in
      let node = organization[id]
      return String(repeating: " ", count: organization.depth(of: id)) + node.name + (node.kind == .person ? "*" : "")
    }
  }

  @Test func deepestFoldersArePeople() {
    #expect(
      outline(["2026.md", "华东区/2026.md", "华东区/王芳/2026.md", "华东区/王芳/2026-Q1.md", "华东区/Ben/2026.md"])
        == ["册", " 华东区", "  Ben*", "  王芳*"])
  }

  @Test func aFolderBelowTheRootIsAUnitUnlessNamedAPerson() {
    #expect(outline(["华东区/2026.md", "王芳/2026.md"]) == ["册", " 华东区", " 王芳"])
    #expect(outline(["华东区/2026.md", "王芳/2026.md"], people: ["王芳"]) == ["册", " 华东区", " 王芳*"])
    #expect(outline(["华东区/2026.md", "华东区/王芳/2026.md"], people: ["华东区"]) == ["册", " 华东区", "  王芳*"])
  }

  @Test func foldersBetweenAreUnits() {
    #expect(outline(["大区/华东/上海/王芳/2026.md"]) == ["册", " 大区", "  华东", "   上海", "    王芳*"])
  }

  @Test func someFoldersBelongToNobody() {
    #expect(
      outline([
        "战略/2026.md", "归档/2025/x.md", "Archive/y.md", "actuals/z.md", "templates/year.md", "华东区/归档/a.md", "华东区/2026.md",
      ]) == ["册", " 华东区"])
  }

  @Test func namesThatShareABeginningStayApart() {
    #expect(outline(["a/x/1.md", "a-b/1.md", "a/1.md"]) == ["册", " a", "  x*", " a-b"])
  }

  @Test func theOrderOfPathsDoesNotMatter() {
    let paths = ["b/p/1.md", "a/q/1.md", "a/1.md", "b/1.md", "c/1.md"]
    #expect(outline(paths) == outline(paths.reversed()))
    #expect(outline([]) == ["册"])
  }
}
