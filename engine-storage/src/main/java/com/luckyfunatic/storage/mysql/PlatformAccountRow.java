package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code platform_account}. */
@MappedEntity("platform_account")
record PlatformAccountRow(@Id long playerId, String accountId) {}
