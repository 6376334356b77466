// params: case, labels, lot
// returns: fields, rows
// In lots, as in load_passages.
MATCH (e:Element {case: $case})
WITH collect(e) AS found
UNWIND range(0, size(found) - 1, $lot) AS start
RETURN ['id', 'label', 'name', 'aliases', 'number', 'strength', 'operator', 'k', 'text', 'window_s', 'effort',
        'effort_days', 'status', 'passages', 'cases', 'stated', 'edits', 'position', 'digest'] AS fields,
       [e IN found[start..start + $lot] |
        [e.id, [label IN labels(e) WHERE label IN $labels], e.name, e.aliases, e.number, e.strength, e.operator, e.k,
         e.text, e.window_s, e.effort, e.effort_days, e.status,
         [(e)-[said:STATED_IN]->(p:Passage) | [said.position, p.id]], [(e)-[:IN_CASE]->(c:Case) | c.id],
         e.stated, e.edits, e.position, e.digest]] AS rows
