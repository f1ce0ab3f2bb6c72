package com.luckyfunatic.engine.id;

/** An identifier that content gives; its text is the whole of it. */
public interface TextId {
    /** The text, as {@link Identifiers#require} allows. */
    String value();
}
