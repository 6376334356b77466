// params: version
// returns:
MERGE (store:Loadpath {id: 'store'})
SET store.version = $version, store.name = 'Loadpath'
