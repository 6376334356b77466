// params:
// returns: name
SHOW INDEXES YIELD name
RETURN name
