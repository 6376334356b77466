// params:
// returns:
CREATE CONSTRAINT loadpath_passage_once IF NOT EXISTS FOR (p:Passage) REQUIRE (p.case, p.id) IS UNIQUE
