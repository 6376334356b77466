// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (e:Element {case: $case, id: row.id})
UNWIND range(0, size(row.passages) - 1) AS position
MATCH (p:Passage {case: $case, id: row.passages[position]})
CREATE (e)-[said:STATED_IN {position: position}]->(p)
RETURN count(said) AS written
