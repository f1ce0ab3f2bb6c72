package com.luckyfunatic.server.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes login data that {@link InitDataValidator} accepts, for the development login and for tests.
 *
 * <p>It can only sign for a bot whose secret it was given; it is no way around Telegram.
 */
public final class InitDataSigner {
    private final BotToken token;

    public InitDataSigner(BotToken token) {
        this.token = token;
    }

    /**
     * Signs fields and encodes them as Telegram does.
     *
     * @param fields decoded fields without {@code hash}, at least {@code user} and {@code
     *     auth_date}
     */
    public String sign(Map<String, String> fields) {
        String unsigned =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        byte[] hash = token.sign(InitDataFields.parse(unsigned).checkString());
        return unsigned + "&hash=" + HexFormat.of().formatHex(hash);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
