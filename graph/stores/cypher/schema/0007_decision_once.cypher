// params:
// returns:
CREATE CONSTRAINT loadpath_decision_once IF NOT EXISTS FOR (d:Decision) REQUIRE (d.case, d.id) IS UNIQUE
