package import PlanModel
import PlanSource
import PlanSyntax

extension FactRecord {
  /// The facts of a book, spelled out, in report order.
  package static func records(of book: PlanBook, _ files: SourceFiles, where keep: (Fact) -> Bool) -> [FactRecord] {
    var positions = SourcePositions(in: files)
    return book.store.facts.filter(keep).map { fact in record(fact, book, &positions) }
  }

  private static func record(_ fact: Fact, _ book: PlanBook, _ positions: inout SourcePositions) -> FactRecord {
    let organization = book.context.organization
    let source = book.source(of: fact.range)
    let metric = fact.metric.map { book.context.registry[$0] }
    return FactRecord(
      path: positions.path(of: fact.range.file),
      place: positions.position(at: Int(fact.range.start), in: fact.range.file), length: fact.range.length,
      owner: fact.owner.map { organization[$0].name } ?? fact.extras?.ownerName,
      team: fact.owner.flatMap { organization.team(of: $0) }.map { organization[$0].name },
      metric: Metric(
        id: metric?.id, name: metric?.name(book.context.settings.locale ?? .zh) ?? fact.extras?.metricName),
      layer: fact.layer,
      tier: fact.tier,
      period: Span(
        fact.period, words: fact.extras?.periodWords, every: fact.extras?.every, in: book.context.fiscal),
      dimensions: book.dimensions[fact.dimensions].map { value in
        Dimension(axis: book.context.settings.dimensions[value.axis].id, value: value.value)
      },
      value: fact.value, unit: fact.unit, comparator: fact.comparator, upper: fact.extras?.upper,
      isApproximate: fact.isApproximate, probability: fact.extras?.probability, text: source.text(fact.range.bytes))
  }
}
