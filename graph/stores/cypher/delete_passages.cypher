// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (p:Passage {case: $case, id: row.id})
DETACH DELETE p
RETURN count(p) AS written
