// params: case, labels
// returns: id, labels, name, aliases, number, strength, operator, k, text, window_s, effort, effort_days, status, passages, cases, stated, edits, position, digest
MATCH (e:Element {case: $case})
RETURN e.id AS id, [label IN labels(e) WHERE label IN $labels] AS labels,
       e.name AS name, e.aliases AS aliases, e.number AS number, e.strength AS strength,
       e.operator AS operator, e.k AS k, e.text AS text, e.window_s AS window_s,
       e.effort AS effort, e.effort_days AS effort_days, e.status AS status,
       [(e)-[said:STATED_IN]->(p:Passage) | [said.position, p.id]] AS passages,
       [(e)-[:IN_CASE]->(c:Case) | c.id] AS cases,
       e.stated AS stated, e.edits AS edits, e.position AS position, e.digest AS digest
