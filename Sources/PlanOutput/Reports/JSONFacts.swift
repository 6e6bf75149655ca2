internal import PlanModel
internal import PlanSource
internal import PlanSyntax

extension FactFormat {
  /// One object of `docs/schemas/facts.schema.json` a line.
  package static let ndjson = FactFormat(
    id: "ndjson", summary: LocalText(zh: "每行一个 JSON 对象", en: "one JSON object a line")
  ) { facts, output in
    for fact in facts {
      var json = JSONWriter(output)
      // Releases the buffer, so that writing does not copy what stands there already.
      output = OutputBuffer()
      json.fact(fact)
      output = json.finish()
    }
  }

  /// The same objects in one array, each on a line of its own.
  package static let json = FactFormat(
    id: "json", summary: LocalText(zh: "一个 JSON 数组", en: "one JSON array")
  ) { facts, output in
    var json = JSONWriter(output)
    json.lines(facts) { json, fact in json.fact(fact) }
    output = json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func fact(_ fact: FactRecord) {
    object { json in
      json.member("path", fact.path)
      json.member("line", fact.place.line)
      json.member("column", fact.place.column)
      json.member("offset", fact.place.offset)
      json.member("length", fact.length)
      json.member("owner", fact.owner)
      json.member("team", fact.team)
      json.key("metric")
      json.object { json in
        json.member("id", fact.metric.id)
        json.member("name", fact.metric.name)
      }
      json.member("layer", fact.layer.name)
      json.member("tier", fact.tier.name)
      json.key("period")
      json.span(fact.period)
      json.key("dimensions")
      json.object { json in
        for dimension in fact.dimensions { json.member(dimension.axis, dimension.value) }
      }
      json.member("value", fact.value.description)
      json.member("unit", fact.unit.name)
      json.member("comparator", fact.comparator.sign)
      json.member("upper", fact.upper?.description)
      json.member("approximate", fact.isApproximate)
      json.member("probability", fact.probabilityFraction?.description)
      json.member("text", fact.text)
    }
  }

  private mutating func span(_ span: FactRecord.Span) {
    object { json in
      json.member("id", span.id)
      json.member("start", span.start?.description)
      json.member("end", span.end?.description)
      if let every = span.every?.name { json.member("every", every) }
    }
  }
}
