import ArgumentParser
package import PlanSource
package import PlanSyntax

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day as it is typed: `2026-04-15`.
  package init?(argument: String) {
    guard let period = Period(id: argument, in: .calendar), period.level == .day else { return nil }
    self = period.start
  }
}
