package import ArgumentParser

/// What a run answers to the shell.
package enum Outcome {
  /// Something was found that counts.
  package static let findings = ExitCode(1)
  /// The job could not be done.
  package static let cannotRun = ExitCode(2)
}
