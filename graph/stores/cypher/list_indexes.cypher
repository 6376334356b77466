// params:
// returns: name, type, entity, labels, properties, unique, state, failure
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, state, failureMessage
RETURN name AS name, type AS type, entityType AS entity, labelsOrTypes AS labels, properties AS properties,
       owningConstraint IS NOT NULL AS unique, state AS state, failureMessage AS failure
