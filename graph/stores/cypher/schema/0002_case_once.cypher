// params:
// returns:
CREATE CONSTRAINT loadpath_case_once IF NOT EXISTS FOR (c:Case) REQUIRE c.id IS UNIQUE
