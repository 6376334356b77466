// params: case
// returns: id, type, source, target, strength, basis, latency_s, channel, automatic, status, passages, quotes, stated, edits, position, digest
MATCH (s:Element|Document {case: $case})
      -[r:SUPPORTED_BY|DEPENDS_ON|OWNED_BY|OPERATED_BY|ALERTS|ESCALATES_TO|MEMBER_OF|EVALUATED_BY|RAISED_BY|DISPUTES|QUALIFIES|AGREES_WITH|IMPROVES|REPLACES|BACKS_UP|INVALIDATES|SUPERSEDES]->
      (t)
RETURN r.id AS id, type(r) AS type, s.id AS source, t.id AS target, r.strength AS strength,
       r.basis AS basis, r.latency_s AS latency_s, r.channel AS channel, r.automatic AS automatic,
       r.status AS status, r.passages AS passages, r.quotes AS quotes, r.stated AS stated, r.edits AS edits, r.position AS position,
       r.digest AS digest
