package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;

/** The content of a release, for a file. */
public record ReleaseDocument(long number) implements Exchange {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get("catalog/releases/" + number + "/document");
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return data.path("document").asText();
    }

    @Override
    public boolean isFile() {
        return true;
    }
}
