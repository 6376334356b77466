// params:
// returns: id
MATCH (store:Loadpath {id: 'store'})
REMOVE store.lock
RETURN store.id AS id
