// params: rows
// returns: written
UNWIND $rows AS row
CREATE (d:Document)
SET d += row.props
RETURN count(d) AS written
