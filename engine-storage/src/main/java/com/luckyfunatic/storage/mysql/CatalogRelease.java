package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A published version of the content.
 *
 * @param version its name, up to 64 characters
 * @param document the catalog file
 * @param publishedAt epoch milliseconds
 */
@MappedEntity("catalog_release")
public record CatalogRelease(@Id String version, String document, long publishedAt) {}
