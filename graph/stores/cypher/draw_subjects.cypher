// params: case, rows
// returns: written
UNWIND $rows AS row
MATCH (d:Decision {case: $case, id: row.id})
UNWIND row.about AS about
MATCH (n:Element|Document {case: $case, id: about[0]})
CREATE (d)-[line:ABOUT {relation: about[1]}]->(n)
RETURN count(line) AS written
