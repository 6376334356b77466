// params:
// returns:
CREATE CONSTRAINT loadpath_store_once IF NOT EXISTS FOR (store:Loadpath) REQUIRE store.id IS UNIQUE
