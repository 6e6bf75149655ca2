/// The version that both programs print.
enum Version {
  static let text = "planlint 0.1.0"
}
