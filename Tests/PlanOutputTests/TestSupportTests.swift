import Foundation
import Testing

@testable import PlanTestSupport

@Suite struct TestSupportTests {
  @Test func markersGiveTextAndByteRanges() throws {
    let plan = try MarkedPlan("签约额：⟦500万元⟧ ⟦⟧\r\n⟦x\ny⟧")
    #expect(plan.text == "签约额：500万元 \r\nx\ny")
    #expect(plan.ranges == [12..<21, 22..<22, 24..<27])
    #expect(plan.passages == ["500万元", "", "x\ny"])
    #expect(try MarkedPlan("no marks").ranges.isEmpty)
  }

  @Test(arguments: [("a⟦b⟦c⟧", 1, 4), ("a\nb⟧", 2, 2), ("a\n\n⟦b", 3, 1)])
  func badMarkersAreErrors(marked: String, line: Int, column: Int) {
    #expect(throws: MarkedPlan.MarkerError.unbalanced(line: line, column: column)) { try MarkedPlan(marked) }
  }

  private static let page = """
    # A page

    ~~~file plans/a b.md
    # 一

    - x
    ~~~

    ```text
    $ not a command
    ```

    ```console
    $ cat 'plans/a b.md'
    # 一

    - x
    $ cd plans
    $ cat "a b.md"
    wrong
    ```

    The end.

    """

  @Test func pagesAreRunAndRewritten() throws {
    let transcript = try Transcript(Self.page)
    #expect(transcript.files == [.init(path: "plans/a b.md", text: "# 一\n\n- x\n")])
    #expect(
      transcript.sessions.map { $0.steps.map(\.command) } == [["cat 'plans/a b.md'", "cd plans", "cat \"a b.md\""]])
    let run = try TranscriptRun(transcript)
    #expect(run.differences == ["line 19: $ cat \"a b.md\"\n--- page\nwrong\n--- program\n# 一\n\n- x\n"])
    let rewritten = transcript.text(with: run.sessions)
    #expect(rewritten == Self.page.replacing("wrong\n", with: "# 一\n\n- x\n"))
    #expect(try TranscriptRun(Transcript(rewritten)).differences.isEmpty)
    #expect(transcript.text(with: transcript.sessions) == Self.page)
  }

  @Test(arguments: [
    ("```console\n$ x\n", Transcript.PageError.unclosedFence(line: 1)),
    ("```console\nx\n```\n", .outputWithoutCommand(line: 2)), ("~~~file ../x\n~~~\n", .fileOutsideTheBook(line: 1)),
    ("nothing\n", .noCommands),
  ])
  func badPagesAreErrors(page: String, error: Transcript.PageError) {
    #expect(throws: error) { try Transcript(page) }
  }

  @Test func programsAreRunWithTheirStreamsAndExit() throws {
    let bin = URL(filePath: "/bin")
    let page = """
      ~~~file in.txt
      hello
      ~~~
      ```console
      $ sh -c 'read line; echo "$line $NAME $LANG"; echo no >&2; printf x; exit 3' < in.txt
      $ NAME=王芳 sh -c 'echo "$NAME"; pwd'
      $ sh -c 'kill -9 $$'
      ```
      """
    let run = try TranscriptRun(Transcript(page), programs: bin)
    #expect(
      run.sessions.flatMap(\.steps).map(\.output) == [
        "hello  C\nx\n[no line end]\nstderr: no\n[exit 3]\n", "王芳\n/book\n", "[signal 9]\n",
      ])
    #expect(throws: TranscriptRun.RunError.noSuchProgram("nothing-like-it")) {
      try TranscriptRun(Transcript("```console\n$ nothing-like-it\n```"), programs: bin)
    }
  }

  @Test(arguments: [
    ("a  b", ["a", "b"]), ("a 'b c' \"d 'e\"", ["a", "b c", "d 'e"]), ("x=''", ["x="]), ("''", [""]), ("", []),
  ])
  func commandsAreSplitLikeAShellDoes(command: String, words: [String]) {
    #expect(TranscriptShell.words(of: command) == words)
    #expect(TranscriptShell.words(of: command + " 'open") == nil)
  }
}
