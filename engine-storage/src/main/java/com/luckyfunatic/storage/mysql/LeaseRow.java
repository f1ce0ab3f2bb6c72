package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of the table {@code job_lease}.
 *
 * @param expiresAt epoch milliseconds by the clock of the database
 */
@MappedEntity("job_lease")
record LeaseRow(@Id String name, String owner, long fence, long expiresAt) {}
