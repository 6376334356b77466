// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (s:Element|Document {case: $case, id: row.source})-[r]->(t:Element|Document {case: $case, id: row.target})
WHERE r.id = row.id
SET r += row.props
RETURN count(r) AS written
