// params: case, props
// returns: written
MATCH (c:Case {id: $case})
SET c += $props
RETURN count(c) AS written
