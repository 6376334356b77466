// params: case, rows
// returns:
UNWIND $rows AS row
MATCH (n:Element|Document {case: $case, id: row.id})-[line:STATED_IN|IN_CASE]->(:Passage|Case)
DELETE line
