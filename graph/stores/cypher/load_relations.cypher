// params: case, lot
// returns: fields, rows
// In lots, as in load_passages.
MATCH (s:Element|Document {case: $case})
      -[r:SUPPORTED_BY|DEPENDS_ON|OWNED_BY|OPERATED_BY|ALERTS|ESCALATES_TO|MEMBER_OF|EVALUATED_BY|RAISED_BY|DISPUTES|QUALIFIES|AGREES_WITH|IMPROVES|REPLACES|BACKS_UP|INVALIDATES|SUPERSEDES]->
      ()
WITH collect(r) AS found
UNWIND range(0, size(found) - 1, $lot) AS start
RETURN ['id', 'type', 'source', 'target', 'strength', 'basis', 'latency_s', 'channel', 'automatic', 'status',
        'passages', 'quotes', 'stated', 'edits', 'position', 'digest'] AS fields,
       [r IN found[start..start + $lot] |
        [r.id, type(r), startNode(r).id, endNode(r).id, r.strength, r.basis, r.latency_s, r.channel, r.automatic,
         r.status, r.passages, r.quotes, r.stated, r.edits, r.position, r.digest]] AS rows
