// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (d:Decision {case: $case, id: row.id})
DETACH DELETE d
RETURN count(d) AS written
