// params:
// returns: id, title, created, follows, revision
MATCH (c:Case)
WHERE c.number IS NOT NULL
RETURN c.id AS id, c.title AS title, c.created AS created, c.follows AS follows, c.revision AS revision
ORDER BY c.number DESC
