package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A release and what is different in it.
 *
 * @param against the number of another one; null for the one before
 */
public record ShownRelease(long number, @Nullable Long against) implements Exchange {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get(
                "catalog/releases/" + number + (against == null ? "" : "?against=" + against));
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return ReleaseText.ofChanges(data);
    }
}
