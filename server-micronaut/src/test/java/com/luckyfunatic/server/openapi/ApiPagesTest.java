package com.luckyfunatic.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiPagesTest {
    @Test
    void the_description_and_a_page_to_read_it_on_are_served_without_any_other_host() {
        try (TestServer server = TestServer.start(Map.of())) {
            HttpResponse<String> page = server.get("/openapi");

            assertThat(server.get("/openapi/funatic.yml").body()).startsWith("openapi: 3");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/html");
            assertThat(page.body()).doesNotContain("http://", "https://");
            Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                    .matcher(page.body())
                    .results()
                    .forEach(link ->
                            assertThat(server.get(link.group(1)).statusCode())
                                    .as(link.group(1))
                                    .isEqualTo(200));
        }
    }
}
