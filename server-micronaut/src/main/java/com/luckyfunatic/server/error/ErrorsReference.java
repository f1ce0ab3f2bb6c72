package com.luckyfunatic.server.error;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes the reference of the error codes from their table: as a page of the docs and as one of the
 * server.
 */
final class ErrorsReference {
    private ErrorsReference() {}

    static String markdown() {
        return """
        # Error codes

        This page is written from the table in `ProblemCode`; a test fails when it is stale. A running server shows
        the same table at `/errors`.

        Errors are `application/problem+json` (RFC 9457). Branch on `code`, never on texts. `retriable` says whether
        sending the same request again can help; where `Retry-After` is sent, wait that many seconds. `errors` names
        the fields at fault. `traceId` is also in the `X-Request-Id` header and in the server's logs.

        `met by` says whom a client has to explain it to: `players`, though others can meet it, too; `operators`, but nobody
        who plays; or `programs` alone, which have made a mistake or are another server.

        | status | code | met by | retriable | meaning |
        |---|---|---|---|---|
        """
                + Arrays.stream(ProblemCode.values())
                        .map(code ->
                                "| %d | <a id=\"%s\"></a>`%s` | %s | %s | %s |\n"
                                        .formatted(
                                                code.status().getCode(),
                                                code.word(),
                                                code.word(),
                                                code.metBy().word(),
                                                code.retriable() ? "yes" : "no",
                                                code.description()))
                        .collect(Collectors.joining());
    }

    static String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Lucky Funatic: error codes</title></head>
        <body>
        <h1>Error codes</h1>
        <table>
        <tr><th>status</th><th>code</th><th>met by</th><th>retriable</th><th>meaning</th></tr>
        """
                + Arrays.stream(ProblemCode.values())
                        .map(code ->
                                "<tr id=\"%s\"><td>%d</td><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                                        .formatted(
                                                code.word(),
                                                code.status().getCode(),
                                                code.word(),
                                                code.metBy().word(),
                                                code.retriable() ? "yes" : "no",
                                                escape(code.description())))
                        .collect(Collectors.joining())
                + "</table>\n</body>\n</html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("`", "");
    }
}
