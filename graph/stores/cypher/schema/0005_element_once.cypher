// params:
// returns:
CREATE CONSTRAINT loadpath_element_once IF NOT EXISTS FOR (e:Element) REQUIRE (e.case, e.id) IS UNIQUE
