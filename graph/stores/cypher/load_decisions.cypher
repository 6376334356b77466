// params: case
// returns: id, action, who, made, why, name, body, cases, about, undoes, position, digest
MATCH (d:Decision {case: $case})
RETURN d.id AS id, d.action AS action, d.who AS who, d.made AS made, d.why AS why, d.name AS name, d.body AS body,
       [(d)-[:IN_CASE]->(c:Case) | c.id] AS cases,
       [(d)-[line:ABOUT]->(n:Element|Document) | [n.id, line.relation]] AS about,
       [(d)-[:UNDOES]->(earlier:Decision) | earlier.id] AS undoes,
       d.position AS position, d.digest AS digest
