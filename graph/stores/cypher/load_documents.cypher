// params: case
// returns: id, kind, title, path, sha256, text, reader, name, cases, position, digest
MATCH (d:Document {case: $case})
RETURN d.id AS id, d.kind AS kind, d.title AS title, d.path AS path, d.sha256 AS sha256,
       d.text AS text, d.reader AS reader, d.name AS name, [(d)-[:IN_CASE]->(c:Case) | c.id] AS cases,
       d.position AS position, d.digest AS digest
