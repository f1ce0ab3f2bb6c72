package com.luckyfunatic.server.operation;

/** The body of a route that needs none: it may be left out, or be an object without fields. */
public record NoFields() {}
