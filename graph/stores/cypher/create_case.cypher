// params: case, follows
// returns: number
// Lines are drawn to the case that this one follows, and from those that follow it, where they are there already.
OPTIONAL MATCH (other:Case)
WITH coalesce(max(other.number), 0) + 1 AS number
CREATE (c:Case {id: $case, number: number})
WITH c
OPTIONAL MATCH (earlier:Case {id: $follows})
FOREACH (found IN CASE WHEN earlier IS NULL THEN [] ELSE [earlier] END | CREATE (c)-[:FOLLOWS]->(found))
WITH c
OPTIONAL MATCH (later:Case)
WHERE later.follows = $case
FOREACH (found IN CASE WHEN later IS NULL THEN [] ELSE [later] END | CREATE (found)-[:FOLLOWS]->(c))
RETURN DISTINCT c.number AS number
