// params: case, rows
// returns:
UNWIND $rows AS row
MATCH (d:Decision {case: $case, id: row.id})-[line:IN_CASE|ABOUT|UNDOES]->(:Case|Element|Document|Decision)
DELETE line
