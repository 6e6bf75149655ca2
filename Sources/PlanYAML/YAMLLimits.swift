/// How much YAML is read before a text is refused.
package struct YAMLLimits: Sendable {
  package let bytes: Int
  package let depth: Int

  package static let frontMatter = YAMLLimits(bytes: 64 << 10, depth: 64)
  package static let planbook = YAMLLimits(bytes: 4 << 20, depth: 64)
  /// A baseline holds a short line for each file and rule.
  package static let baseline = YAMLLimits(bytes: 64 << 20, depth: 8)
}
