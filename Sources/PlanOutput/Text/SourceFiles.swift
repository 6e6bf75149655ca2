package import PlanSource

/// The files that findings and figures point into, and how their paths are shown.
package struct SourceFiles: Sendable {
  /// The file of an id; `nil` where there is none.
  package let file: @Sendable (FileID) -> SourceFile?
  /// The path to print: relative to where the reader stands, parts separated by `/`.
  package let path: @Sendable (SourceFile) -> String

  package init(
    file: @escaping @Sendable (FileID) -> SourceFile?,
    path: @escaping @Sendable (SourceFile) -> String = { $0.path }
  ) {
    self.file = file
    self.path = path
  }

  /// Looks up in an array in which each file stands at its id.
  package init(_ files: [SourceFile], path: @escaping @Sendable (SourceFile) -> String = { $0.path }) {
    self.init(
      file: { id in files.indices.contains(Int(id.index)) ? files[Int(id.index)] : nil },
      path: path)
  }
}
