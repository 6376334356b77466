// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (d:Decision {case: $case, id: row.id})
UNWIND row.undoes AS undone
MATCH (earlier:Decision {case: $case, id: undone})
CREATE (d)-[line:UNDOES]->(earlier)
RETURN count(line) AS written
