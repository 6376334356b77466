// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (c:Case {id: $case})
MATCH (d:Decision {case: $case, id: row.id})
CREATE (d)-[line:IN_CASE]->(c)
RETURN count(line) AS written
