package com.luckyfunatic.server.logging;

import io.sentry.Hint;
import io.sentry.ISerializer;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of reports on their way to Sentry.
 *
 * <p>It works on the report as it is sent, and not on its members one by one: none can be
 * forgotten, whatever a later version of the library adds.
 */
final class SentryRedaction implements SentryOptions.BeforeSendCallback {
    private final ISerializer serializer;
    private final Redactor redactor;

    SentryRedaction(ISerializer serializer, Redactor redactor) {
        this.serializer = serializer;
        this.redactor = redactor;
    }

    /** Returns the report without secrets; null, which sends nothing, when that is not possible. */
    @Override
    public @Nullable SentryEvent execute(SentryEvent event, Hint hint) {
        StringWriter json = new StringWriter();
        try {
            serializer.serialize(event, json);
        } catch (IOException e) {
            return null;
        }
        return serializer.deserialize(
                new StringReader(redactor.redact(json.toString())), SentryEvent.class);
    }
}
