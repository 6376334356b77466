// params: case, lot
// returns: fields, rows
// In lots of this many: to send each by itself takes several times as long.
MATCH (p:Passage {case: $case})
WITH collect(p) AS found
UNWIND range(0, size(found) - 1, $lot) AS start
RETURN ['id', 'document', 'page', 'page_label', 'section', 'time', 'speaker', 'start', 'end', 'text', 'name',
        'position', 'digest'] AS fields,
       [p IN found[start..start + $lot] |
        [p.id, [(p)-[:PART_OF]->(d:Document) | d.id], p.page, p.page_label, p.section, p.time, p.speaker, p.start,
         p.end, p.text, p.name, p.position, p.digest]] AS rows
