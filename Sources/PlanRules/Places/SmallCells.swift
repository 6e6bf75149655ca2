import PlanModel
import PlanSyntax

/// Cells whose own unit is smaller than the one in their header.
enum SmallCells {
  struct Place {
    let range: Range<Int>
    let header: String
  }

  static func find(_ file: PlanFile, _ book: BookContext) -> [Place] {
    let tokens = file.tree.tokens
    let quantities = file.tree.quantities
    var found: [Place] = []
    for table in file.tree.tables where table.rowCount > 1 {
      for column in 0..<table.columnCount {
        var header: (text: String, magnitude: Int8)??
        for row in 1..<table.rowCount {
          let cell = table.cells[table.index(row, column)]
          guard cell.tokens.count == 1, let index = cell.tokens.first, tokens[index].kind == .quantity else { continue }
          let quantity = quantities[Int(tokens[index].value)]
          guard quantity.unit.isMoney, quantity.magnitude == 0, quantity.form == .amount, !quantity.value.isZero else {
            continue
          }
          let unit = header ?? file.unit(of: table.cells[column], book)
          header = .some(unit)
          guard let unit, unit.magnitude > 0 else { break }
          found.append(Place(range: tokens[index].range, header: unit.text))
        }
      }
    }
    return found
  }
}

extension PlanFile {
  /// The unit of money in a header's brackets, with the power of ten of its magnitude.
  fileprivate func unit(of header: Phrase, _ book: BookContext) -> (text: String, magnitude: Int8)? {
    let text = source.text(header.range)
    for open in ["（", "("] {
      guard let start = text.range(of: open) else { continue }
      let inside = text[start...].dropFirst().prefix { $0 != "）" && $0 != ")" }
      let name = inside.drop { $0 == " " }
      let bytes = Array(name.utf8)
      guard let unit = book.quantityReader.unit(bytes.span, 0..<bytes.count), unit.unit.isMoney else { continue }
      return (String(name), Int8(clamping: unit.magnitude))
    }
    return nil
  }
}

extension String {
  fileprivate func range(of character: String) -> String.Index? {
    character.first.flatMap { firstIndex(of: $0) }
  }
}

extension WrittenUnit {
  var isMoney: Bool { if case .money = self { true } else { false } }
}
