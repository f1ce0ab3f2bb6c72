package com.luckyfunatic.server.attack;

import java.net.http.HttpResponse;
import java.util.Locale;

/**
 * What the server said.
 *
 * @param type the type of the body, without parameters; empty when there is none
 */
record Answer(int status, String type, String body) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                withoutParameters(response.headers().firstValue("Content-Type").orElse("")),
                response.body());
    }

    /** Reads what came over a connection that the server has closed. */
    static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new Answer(0, "", text);
        }
        String type = "";
        for (String line : text.substring(0, end).lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                type = withoutParameters(line.substring("content-type:".length()));
            }
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), type, text.substring(end + 4));
    }

    private static String withoutParameters(String type) {
        return type.split(";", 2)[0].strip();
    }
}
