/// The values of axes that the words around a number name, one after the other, while a file is read.
///
/// A context is copied for every cell of every table, so it holds only its place here: the value named last and the
/// place before it. Sets are made of places only when a fact needs one.
final class NamedDimensions {
  private(set) var table = DimensionTable()
  private var steps: [(before: ReadingContext.Dimensions, value: DimensionValue)] = []
  /// By step, once a fact asked for it.
  private var sets: [DimensionSet?] = []

  /// The place behind `value`, named after what led to `place`.
  func adding(_ value: DimensionValue, to place: ReadingContext.Dimensions) -> ReadingContext.Dimensions {
    steps.append((place, value))
    sets.append(nil)
    return ReadingContext.Dimensions(index: UInt32(steps.count))
  }

  /// The set of everything named up to `place`.
  func set(_ place: ReadingContext.Dimensions) -> DimensionSet {
    guard place != .none else { return .none }
    if let known = sets[Int(place.index) - 1] { return known }
    var values: [DimensionValue] = []
    var at = place
    while at != .none {
      let step = steps[Int(at.index) - 1]
      values.append(step.value)
      at = step.before
    }
    values.reverse()
    let set = table.intern(values)
    sets[Int(place.index) - 1] = set
    return set
  }
}
