// params: layout
// returns: id
// A case that says nothing of its layout is from before there was more than one.
MATCH (c:Case)
WHERE c.number IS NOT NULL AND coalesce(c.layout, 1) < $layout
RETURN c.id AS id
