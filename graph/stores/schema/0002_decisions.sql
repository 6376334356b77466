-- A case also holds decisions. SQLite changes no check of a table, so the rows move to a new one.
CREATE TABLE items_with_decisions (
    position INTEGER PRIMARY KEY,
    case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    sort TEXT NOT NULL CHECK (sort IN ('document', 'passage', 'element', 'relation', 'decision')),
    id TEXT NOT NULL,
    body TEXT NOT NULL
);

INSERT INTO items_with_decisions (position, case_number, sort, id, body)
SELECT position, case_number, sort, id, body FROM items;

DROP TABLE items;

ALTER TABLE items_with_decisions RENAME TO items;

CREATE UNIQUE INDEX items_by_id ON items (case_number, sort, id);

CREATE INDEX items_by_case ON items (case_number);
