// params: case
// returns: id, title, created, follows, name, earlier, revision, state, checksum
MATCH (c:Case {id: $case})
RETURN c.id AS id, c.title AS title, c.created AS created, c.follows AS follows, c.name AS name,
       [(c)-[:FOLLOWS]->(earlier:Case) | earlier.id] AS earlier,
       c.revision AS revision, c.state AS state, c.checksum AS checksum
