// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (d:Decision {case: $case, id: row.id})
SET d += row.props
RETURN count(d) AS written
