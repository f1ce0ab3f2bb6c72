package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * The latest releases of the content.
 *
 * @param limit the most of them
 */
public record ListedReleases(int limit) implements Exchange {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get("catalog/releases?limit=" + limit);
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return ReleaseText.ALL.of(data, columns);
    }
}
