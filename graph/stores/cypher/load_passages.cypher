// params: case
// returns: id, document, page, page_label, section, time, speaker, start, end, text, name, position, digest
MATCH (p:Passage {case: $case})
OPTIONAL MATCH (p)-[:PART_OF]->(d:Document)
RETURN p.id AS id, d.id AS document, p.page AS page, p.page_label AS page_label, p.section AS section,
       p.time AS time, p.speaker AS speaker, p.start AS start, p.end AS end, p.text AS text,
       p.name AS name, p.position AS position, p.digest AS digest
