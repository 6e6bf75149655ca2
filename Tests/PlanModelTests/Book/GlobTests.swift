import PlanModel
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("archive/**", "archive/a.md"), ("archive/**", "archive/b/c.md"), ("**/draft-*.md", "draft-1.md"),
    ("**/draft-*.md", "a/b/draft-x.md"), ("*.md", "a.md"), ("a/?.md", "a/王.md"), ("**", "a/b"), ("a/**/b.md", "a/b.md"),
    ("a/**/b.md", "a/x/y/b.md"), ("华东区/*/2026.md", "华东区/王芳/2026.md"), ("", ""),
  ]) func matches(_ pattern: String, _ path: String) {
    #expect(Glob(pattern).matches(path))
  }

  @Test(arguments: [
    ("archive/**", "archives/a.md"), ("archive/**", "x/archive/a.md"), ("**/draft-*.md", "a/mydraft-1.md"),
    ("*.md", "a/b.md"),
    ("a/?.md", "a/bc.md"), ("a/**/b.md", "a/xb.md"), ("a", "ab"), ("", "a"), ("a", ""), ("a*c", "a/c"),
  ]) func doesNotMatch(_ pattern: String, _ path: String) {
    #expect(!Glob(pattern).matches(path))
  }

  @Test func manyStarsTakeNoTime() {
    let clock = ContinuousClock()
    let took = clock.measure {
      #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(String(repeating: "a", count: 1000)))
      #expect(!Glob(String(repeating: "**/", count: 300) + "b").matches(String(repeating: "a/", count: 500)))
    }
    #expect(took < .seconds(5))
  }
}
