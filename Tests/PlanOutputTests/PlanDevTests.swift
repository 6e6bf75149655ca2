import Foundation
import PlanTestSupport
import Testing

/// Runs the generator program as people do.
@Suite struct PlanDevTests {
  private static func steps(_ page: String) throws -> [String] {
    try TranscriptRun(Transcript(page)).differences
  }

  @Test func generatedSourcesAreFresh() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let page = """
      ```console
      $ plandev embed --check --root '\(repository)'
      $ plandev docs --check --root '\(repository)'
      ```
      """
    let differences = try Self.steps(page)
    #expect(differences == [])
  }

  @Test func embedWritesAndChecks() throws {
    let page = ###"""
      ~~~file Sources/PlanThing/Data/metric-words.txt
      # a "quoted" line, \(interpolated), """# and \#n
      签约额	bookings
      ~~~
      ~~~file Sources/PlanOther/Other.swift
      ~~~
      ```console
      $ plandev embed --check
      stale: Sources/PlanThing/Data/MetricWordsData.generated.swift
      run `swift run plandev embed`
      [exit 1]
      $ plandev embed
      wrote Sources/PlanThing/Data/MetricWordsData.generated.swift
      $ plandev embed
      $ plandev embed --check
      $ cat Sources/PlanThing/Data/MetricWordsData.generated.swift
      // Generated from metric-words.txt by plandev embed; edit that file.
      // swift-format-ignore-file
      let metricWordsData: StaticString = ##"""
      # a "quoted" line, \(interpolated), """# and \#n
      签约额	bookings
      """##
      ```
      """###
    let differences = try Self.steps(page)
    #expect(differences == [])
  }

  @Test func embedRefusesControlCharacters() throws {
    let page = """
      ~~~file Sources/PlanThing/Data/x.txt
      a
      b\u{1}
      ~~~
      ```console
      $ plandev embed
      stderr: Error: x.txt:2: a data file holds no control character except tab and line feed
      [exit 1]
      ```
      """
    let differences = try Self.steps(page)
    #expect(differences == [])
  }

  @Test func newRuleWritesItsFileAndItsLine() throws {
    let page = """
      ~~~file Sources/PlanRules/Catalogue.swift
      extension Rule {
        package static let all: [Rule] = [
          .conflictingTarget,
          .vagueTarget,
        ]
      }
      ~~~
      ```console
      $ plandev new-rule arithmetic/sum-mismatch
      wrote Sources/PlanRules/Rules/Arithmetic/SumMismatch.swift
      entered .sumMismatch in Sources/PlanRules/Catalogue.swift
      $ cat Sources/PlanRules/Catalogue.swift
      extension Rule {
        package static let all: [Rule] = [
          .conflictingTarget,
          .sumMismatch,
          .vagueTarget,
        ]
      }
      $ plandev new-rule arithmetic/sum-mismatch
      stderr: Error: Sources/PlanRules/Rules/Arithmetic/SumMismatch.swift exists already
      [exit 1]
      $ plandev new-rule arithmetic/zero
      wrote Sources/PlanRules/Rules/Arithmetic/Zero.swift
      entered .zero in Sources/PlanRules/Catalogue.swift
      ```
      """
    let differences = try Self.steps(page)
    #expect(differences == [])
  }
}
