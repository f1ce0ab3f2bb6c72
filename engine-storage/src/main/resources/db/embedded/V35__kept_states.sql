-- States that those of answers are replayed from: as of the change at `position` of the journal. One now and then for each player, not
-- one for each operation; appended, as the journal is.
CREATE TABLE kept_state (
    position  INTEGER PRIMARY KEY,
    at_millis INTEGER NOT NULL,
    state     TEXT    NOT NULL
);

CREATE INDEX kept_state_by_time ON kept_state (at_millis);

-- Where in the journal the change is that led to the state of the answer. Null for an answer without a state, and for one that has its
-- state beside it, as all had until now.
ALTER TABLE operation ADD COLUMN change_position INTEGER;

PRAGMA user_version = 35;
