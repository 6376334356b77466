-- One row a case. `number` grows with every case made; `head` is a CaseHead as JSON.
CREATE TABLE cases (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    head TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0
);

-- One row a document, passage, element or relation, in the order in which they came; `body` is the value as JSON.
CREATE TABLE items (
    position INTEGER PRIMARY KEY,
    case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    sort TEXT NOT NULL CHECK (sort IN ('document', 'passage', 'element', 'relation')),
    id TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE UNIQUE INDEX items_by_id ON items (case_number, sort, id);

-- Gives the rows of a case in the order of `position` without sorting.
CREATE INDEX items_by_case ON items (case_number);

-- 'Load' in ASCII: how a file says that it is a Loadpath store.
PRAGMA application_id = 1282367844;
