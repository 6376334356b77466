// params:
// returns: id
// As in lock_case; it is held by whoever makes a new case.
MATCH (store:Loadpath {id: 'store'})
SET store.version = store.version + 0
RETURN store.id AS id
