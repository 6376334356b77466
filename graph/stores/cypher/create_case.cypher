// params: case
// returns: number
OPTIONAL MATCH (other:Case)
WITH coalesce(max(other.number), 0) + 1 AS number
CREATE (c:Case {id: $case, number: number})
RETURN c.number AS number
