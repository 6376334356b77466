// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (s:Element|Document {case: $case, id: row.source})
MATCH (t:Element|Document {case: $case, id: row.target})
CREATE (s)-[r:$(row.type)]->(t)
SET r += row.props
RETURN count(r) AS written
