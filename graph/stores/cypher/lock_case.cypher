// params: case
// returns: id
// To set a property to what depends on it takes the node's lock before anything is read; nothing is changed by it.
MATCH (c:Case {id: $case})
SET c.revision = c.revision + 0
RETURN c.id AS id
