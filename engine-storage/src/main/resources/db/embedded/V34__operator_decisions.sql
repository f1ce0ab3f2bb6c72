-- What plans of operators have changed of tournaments, each once for ever: of two plans for one change one is made. Rows are
-- only added, in the transaction that makes the change. Plans are about Stars, too, from here on; older builds could not read
-- such a plan. Times are epoch milliseconds.
CREATE TABLE tournament_decision (
    operation_id  TEXT    PRIMARY KEY,
    tournament_id TEXT    NOT NULL,
    decided_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 34;
