// params: case, rows
// returns:
UNWIND $rows AS row
MATCH (e:Element {case: $case, id: row.id})-[said:STATED_IN]->()
DELETE said
