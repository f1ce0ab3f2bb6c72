package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code store_partition}. */
@MappedEntity("store_partition")
record PartitionRow(@Id int number, long generation) {}
