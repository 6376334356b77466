// params:
// returns: version
MATCH (store:Loadpath {id: 'store'})
RETURN store.version AS version
