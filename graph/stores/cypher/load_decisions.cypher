// params: case
// returns: id, action, who, made, body, position, digest
MATCH (d:Decision {case: $case})
RETURN d.id AS id, d.action AS action, d.who AS who, d.made AS made, d.body AS body,
       d.position AS position, d.digest AS digest
