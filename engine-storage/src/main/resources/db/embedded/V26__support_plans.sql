-- What operators are about to do, and what plans that were carried out take of their authors' days. `budget`: 0 funz,
-- 1 jokers, 2 items.
CREATE TABLE support_plan (
    plan_id        TEXT    PRIMARY KEY,
    author         TEXT    NOT NULL,
    player_id      INTEGER NOT NULL,
    sequence       INTEGER NOT NULL,
    command        TEXT    NOT NULL,
    reason         TEXT    NOT NULL,
    budget         INTEGER NOT NULL,
    amount         INTEGER NOT NULL CHECK (amount > 0),
    needs_approval INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL,
    approved_by    TEXT,
    CHECK (approved_by IS NULL OR approved_by <> author)
) STRICT, WITHOUT ROWID;

CREATE TABLE support_spending (
    plan_id   TEXT    PRIMARY KEY,
    operator  TEXT    NOT NULL,
    epoch_day INTEGER NOT NULL,
    budget    INTEGER NOT NULL,
    amount    INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX support_spending_of ON support_spending (operator, epoch_day, budget);

PRAGMA user_version = 26;
