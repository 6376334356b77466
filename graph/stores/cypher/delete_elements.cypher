// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (e:Element {case: $case, id: row.id})
DETACH DELETE e
RETURN count(e) AS written
