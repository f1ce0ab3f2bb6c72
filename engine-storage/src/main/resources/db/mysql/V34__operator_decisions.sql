-- What plans of operators have changed of tournaments, each once for ever: of two plans for one change one is made. Rows are
-- only added, in the transaction that makes the change. Plans are about Stars, too, from here on; older builds could not read
-- such a plan. Times are epoch milliseconds.
CREATE TABLE tournament_decision (
    operation_id  VARBINARY(64) NOT NULL,
    tournament_id VARCHAR(64)   NOT NULL,
    decided_at    BIGINT        NOT NULL,
    PRIMARY KEY (operation_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who counts against the limits of a day: locked while something is counted, also for a name that is no operator's.
CREATE TABLE support_spender (
    operator VARCHAR(32) NOT NULL,
    PRIMARY KEY (operator)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
