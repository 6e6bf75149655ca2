extension Rule {
  /// Every rule, by name. A test compares the list with the folder.
  package static let all: [Rule] = [
    .conflictingTarget,
    .contradictoryScope,
    .deadlineOutsidePeriod,
    .equalSplit,
    .hiddenCharacter,
    .impossibleDate,
    .invalidEncoding,
    .invalidValue,
    .malformedTable,
    .matrixMismatch,
    .missingDeadline,
    .missingUnit,
    .placeholderValue,
    .rangeTarget,
    .reversedDates,
    .staleDerivedValue,
    .sumMismatch,
    .targetWithoutPeriod,
    .textLooksLikeList,
    .undecomposedTarget,
    .unknownKey,
    .unknownMetric,
    .unknownOwner,
    .unknownSuppression,
    .unownedAction,
    .unquantifiedTarget,
    .unreadableAmount,
    .unreadableFile,
    .unusedSuppression,
    .vagueTarget,
    .weekdayMismatch,
    .wrongAggregation,
  ]

  package static func isKnown(_ name: String) -> Bool { ids.contains(name) }

  private static let ids = Set(all.map(\.id.description))
}
