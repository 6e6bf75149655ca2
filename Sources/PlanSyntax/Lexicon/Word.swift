/// Everything that one word or phrase can mean; the place where it stands decides.
package struct Word: Sendable {
  package var section: SectionKind?
  package var attribute: Attribute?
  package var header: AxisHeader?
  package var layer: Layer?
  package var tier: Tier?
  package var derived: Derived?
  package var kind: PlanKind?
  package var state: ActionState?
  package var weak: WeakWord?
  package var cue: Cue?
  package var customerClass: CustomerClass?
  /// Index of the metric in the registry that the vocabulary was built from.
  package var metric: Int16?
  /// Index in `Lexicon.owners`: the nodes of the organization that bear this name.
  package var owner: Int32?
  /// Index in `Lexicon.dimensionValues`.
  package var dimensionValue: Int32?

  package init() {}
}

/// A value that the book declares for one of its axes.
package struct DeclaredDimension: Sendable, Hashable {
  /// The axis, by the index that the model gives it.
  package let axis: UInt8
  package let value: String

  package init(axis: UInt8, value: String) {
    self.axis = axis
    self.value = value
  }
}
