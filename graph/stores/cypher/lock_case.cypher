// params: case
// returns: id
// Taking away what is not there takes the node's lock and changes nothing; what is read afterwards is up to date.
MATCH (c:Case {id: $case})
REMOVE c.lock
RETURN c.id AS id
