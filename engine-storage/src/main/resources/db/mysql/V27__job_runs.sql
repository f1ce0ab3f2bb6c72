-- The last round of each of the engine's jobs, for people who ask. A round is kept unless one under a greater `fence` is, which a
-- later owner of the job has; `next_at` says when the next one is to begin. Times are epoch milliseconds.
CREATE TABLE job_run (
    job         VARCHAR(128) NOT NULL,
    owner       VARCHAR(128) NOT NULL,
    fence       BIGINT       NOT NULL,
    began_at    BIGINT       NOT NULL,
    took_millis BIGINT       NOT NULL,
    done        BIGINT       NOT NULL,
    error       VARCHAR(500) NULL,
    next_at     BIGINT       NOT NULL,
    PRIMARY KEY (job)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
