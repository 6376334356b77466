// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (c:Case {id: $case})
MATCH (n:Element|Document {case: $case, id: row.id})
CREATE (n)-[line:IN_CASE]->(c)
RETURN count(line) AS written
