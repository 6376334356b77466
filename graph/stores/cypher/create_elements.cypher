// params: rows
// returns: written
UNWIND $rows AS row
CREATE (e:Element:$(row.label))
SET e += row.props
RETURN count(e) AS written
