// params:
// returns:
CREATE FULLTEXT INDEX loadpath_element_names IF NOT EXISTS
FOR (e:Element) ON EACH [e.name, e.aliases, e.number]
