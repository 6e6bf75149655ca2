package import PlanSource

/// The files that findings and figures point into, and how their paths are shown.
package struct SourceFiles: Sendable {
  /// The file of an id; `nil` where there is none.
  package let file: @Sendable (FileID) -> SourceFile?
  /// The path to print: relative to where the reader stands, parts separated by `/`.
  package let path: @Sendable (SourceFile) -> String
  /// The path from the root of the repository, as code hosts want it.
  package let repositoryPath: @Sendable (SourceFile) -> String

  package init(
    file: @escaping @Sendable (FileID) -> SourceFile?,
    path: @escaping @Sendable (SourceFile) -> String = { $0.path },
    repositoryPath: (@Sendable (SourceFile) -> String)? = nil
  ) {
    self.file = file
    self.path = path
    self.repositoryPath = repositoryPath ?? path
  }

  /// Looks up in an array in which each file stands at its id.
  package init(
    _ files: [SourceFile], path: @escaping @Sendable (SourceFile) -> String = { $0.path },
    repositoryPath: (@Sendable (SourceFile) -> String)? = nil
  ) {
    self.init(
      file: { id in files.indices.contains(Int(id.index)) ? files[Int(id.index)] : nil },
      path: path, repositoryPath: repositoryPath)
  }

  /// From the root of the repository; empty for a file that is not there.
  func repositoryPath(of id: FileID) -> String { file(id).map(repositoryPath) ?? "" }
}
