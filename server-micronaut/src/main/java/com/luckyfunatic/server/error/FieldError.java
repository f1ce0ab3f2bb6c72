package com.luckyfunatic.server.error;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, with a path where it lies deeper: {@code items[0].id}
 * @param message what it must be
 */
public record FieldError(String field, String message) {}
