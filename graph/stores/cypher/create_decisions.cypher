// params: rows
// returns: written
UNWIND $rows AS row
CREATE (d:Decision)
SET d += row.props
RETURN count(d) AS written
