// params:
// returns:
MATCH (later:Case)
MATCH (earlier:Case {id: later.follows})
MERGE (later)-[:FOLLOWS]->(earlier)
