// params:
// returns:
CREATE CONSTRAINT loadpath_document_once IF NOT EXISTS FOR (d:Document) REQUIRE (d.case, d.id) IS UNIQUE
