// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (d:Document {case: $case, id: row.document})
CREATE (p:Passage)-[:PART_OF]->(d)
SET p += row.props
RETURN count(p) AS written
