// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (p:Passage {case: $case, id: row.id})-[old:PART_OF]->()
MATCH (d:Document {case: $case, id: row.document})
DELETE old
CREATE (p)-[:PART_OF]->(d)
SET p += row.props
RETURN count(p) AS written
