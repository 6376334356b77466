// params: case, rows, labels
// returns: written
UNWIND $rows AS row
MATCH (e:Element {case: $case, id: row.id})
REMOVE e:$([label IN labels(e) WHERE label IN $labels])
SET e:$(row.label), e += row.props
RETURN count(e) AS written
