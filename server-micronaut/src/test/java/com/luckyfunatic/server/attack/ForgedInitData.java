package com.luckyfunatic.server.attack;

import com.luckyfunatic.server.crypto.HmacSha256;
import com.luckyfunatic.server.crypto.Sha256;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Forges Telegram's login data after a good one. */
final class ForgedInitData {
    private static final int HASH_BITS = 256;
    private static final int RANDOM = 100;

    private final Map<String, String> forged = new LinkedHashMap<>();
    private final Map<String, String> fields;
    private final String botToken;
    private final String good;
    private final String hash;
    private final long nowSeconds;

    private ForgedInitData(Map<String, String> fields, String botToken, long nowSeconds) {
        this.fields = fields;
        this.botToken = botToken;
        this.nowSeconds = nowSeconds;
        this.hash = hash(fields, botToken);
        this.good = encode(fields) + "&hash=" + hash;
    }

    /**
     * Returns forgeries of login data with {@code fields}, by what they are.
     *
     * @param botToken of the server's bot
     */
    static Map<String, String> of(
            Map<String, String> fields, String botToken, long nowSeconds, RandomGenerator random) {
        ForgedInitData forger = new ForgedInitData(fields, botToken, nowSeconds);
        forger.hashes();
        forger.algorithms();
        forger.changedFields();
        forger.repeatedFields();
        forger.signedFields();
        forger.encodings();
        forger.random(random);
        Twists.of(forger.good, random).forEach((how, text) -> forger.add("text: " + how, text));
        return forger.forged;
    }

    /** Returns login data with {@code fields} as Telegram would sign it. */
    static String good(Map<String, String> fields, String botToken) {
        return encode(fields) + "&hash=" + hash(fields, botToken);
    }

    /** Returns what says the same as {@link #good} and differs in spelling only. */
    static List<String> spellings(Map<String, String> fields, String botToken) {
        String good = good(fields, botToken);
        List<String> parts = new ArrayList<>(List.of(good.split("&")));
        Collections.reverse(parts);
        return List.of(
                String.join("&", parts),
                good.replace("+", "%20"),
                good.replace("%7B", "%7b").replace("%3A", "%3a"),
                good.replace("hash=", "%68ash="));
    }

    private void add(String how, String data) {
        if (!saysTheSame(data)) {
            forged.put(how, data);
        }
    }

    /** Whether the fields are those of the good one, however they are ordered and escaped. */
    private boolean saysTheSame(String data) {
        try {
            return decoded(data).equals(decoded(good));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> decoded(String data) {
        List<String> all = new ArrayList<>();
        for (String field : data.split("&", -1)) {
            String[] sides = field.split("=", 2);
            all.add(
                    URLDecoder.decode(sides[0], StandardCharsets.UTF_8)
                            + (sides.length == 1
                                    ? ""
                                    : "=" + URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
        }
        Collections.sort(all);
        return all;
    }

    private void hashes() {
        String start = encode(fields) + "&hash=";
        byte[] bytes = HexFormat.of().parseHex(hash);
        for (int bit = 0; bit < HASH_BITS; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            add("hash bit " + bit, start + HexFormat.of().formatHex(changed));
        }
        for (int length = 0; length < hash.length(); length += 5) {
            add("hash of " + length + " digits", start + hash.substring(0, length));
        }
        add("hash in upper case", start + HexFormat.of().withUpperCase().formatHex(bytes));
        add("hash in Base64", start + Twists.base64(bytes));
        add("hash of zeros", start + "0".repeat(64));
        add("hash with 0x", start + "0x" + hash);
        add("no hash", encode(fields));
        add("hash elsewhere", encode(fields) + "&Hash=" + hash);
        add("hash and signature mixed up", encode(fields) + "&signature=" + hash);
        for (String signature :
                List.of("", "A".repeat(86), "A".repeat(85) + "Q", "!", "A".repeat(2_000))) {
            add(
                    "Telegram's signature '" + signature.length() + "'",
                    start + "0".repeat(64) + "&signature=" + signature);
        }
    }

    private void algorithms() {
        String check = checkString(fields);
        byte[] token = botToken.getBytes(StandardCharsets.UTF_8);
        byte[] secret = HmacSha256.of(HmacSha256.key(bytes("WebAppData")), token);
        Map<String, byte[]> hashes = new LinkedHashMap<>();
        hashes.put("plain SHA-256", Sha256.of(check));
        hashes.put("SHA-256 with the token", Sha256.of(botToken + check));
        hashes.put("the token as key", HmacSha256.of(HmacSha256.key(token), check));
        hashes.put(
                "the login widget's key",
                HmacSha256.of(HmacSha256.key(Sha256.of(botToken)), check));
        hashes.put("key and text swapped", HmacSha256.of(HmacSha256.key(bytes(check)), secret));
        hashes.put("WebAppData as key", HmacSha256.of(HmacSha256.key(bytes("WebAppData")), check));
        hashes.put("fields unsorted", HmacSha256.of(HmacSha256.key(secret), joined(fields, "\n")));
        hashes.put(
                "fields joined by &",
                HmacSha256.of(HmacSha256.key(secret), joined(new TreeMap<>(fields), "&")));
        hashes.put(
                "fields still encoded",
                HmacSha256.of(
                        HmacSha256.key(secret), encode(new TreeMap<>(fields)).replace('&', '\n')));
        hashes.forEach((how, made) ->
                add(how, encode(fields) + "&hash=" + HexFormat.of().formatHex(made)));
        for (String other :
                List.of(
                        "7000000002:" + botToken.split(":", 2)[1],
                        botToken + "x",
                        botToken.split(":", 2)[0] + ":",
                        "5768337691:AAGDAe6rjxu1cUgPeq8CACKe0pGIHyTmoEc",
                        "")) {
            add(
                    "bot '" + other.length() + other.hashCode() + "'",
                    encode(fields) + "&hash=" + hash(fields, other));
        }
    }

    private void changedFields() {
        for (String name : fields.keySet()) {
            for (String value :
                    List.of(
                            "",
                            "0",
                            "1",
                            "-1",
                            "true",
                            "x",
                            field(name) + " ",
                            " " + field(name),
                            field(name) + "\n",
                            field(name) + "\0")) {
                add(
                        name + " is '" + value.length() + value.hashCode() + "'",
                        kept(with(name, value)));
            }
            Map<String, String> less = new LinkedHashMap<>(fields);
            less.remove(name);
            add(name + " is gone", kept(less));
            Map<String, String> renamed = new LinkedHashMap<>(less);
            renamed.put(name.toUpperCase(Locale.ROOT), field(name));
            add(name + " in capitals", kept(renamed));
            for (String other : fields.keySet()) {
                Map<String, String> swapped = with(name, field(other));
                swapped.put(other, field(name));
                add(name + " swapped with " + other, kept(swapped));
            }
        }
        String user = field("user");
        for (String changed :
                List.of(
                        user.replace("\"id\":", "\"id\":1"),
                        user.replace("\"id\":", "\"id\": "),
                        user.replace("{\"id\"", "{\"id\":1,\"id\""),
                        user.substring(0, user.length() - 1) + ",\"id\":1}",
                        user.substring(0, user.length() - 1) + ",\"is_premium\":true}",
                        user.replace("Ada", "Bob"),
                        user.replace("Ada", "\\u0041da"),
                        "[" + user + "]",
                        user + user)) {
            add("user " + changed, kept(with("user", changed)));
        }
        for (String added :
                List.of(
                        "start_param2",
                        "is_admin",
                        "receiver",
                        "chat",
                        "can_send_after",
                        "bot_id")) {
            add(added + " added", kept(with(added, "1")));
        }
        for (long seconds :
                new long[] {nowSeconds, nowSeconds - 1, nowSeconds + 30, 0, 99_999_999_999L}) {
            add("auth_date " + seconds, kept(with("auth_date", Long.toString(seconds))));
        }
    }

    private void repeatedFields() {
        for (String name : fields.keySet()) {
            String same = encode(Map.of(name, field(name)));
            add(name + " twice", good + "&" + same);
            add(name + " twice in front", same + "&" + good);
            add(name + " again, empty", good + "&" + name + "=");
            add(name + " in front, other", name + "=1&" + good);
            add(
                    name + " again, escaped name",
                    good
                            + "&%"
                            + HexFormat.of().toHexDigits((byte) name.charAt(0))
                            + name.substring(1)
                            + "=1");
            add(name + " as a list", good + "&" + name + "[]=1");
        }
        add("hash twice", good + "&hash=" + hash);
        add("another hash behind", good + "&hash=" + "0".repeat(64));
        add("another hash in front", "hash=" + "0".repeat(64) + "&" + good);
    }

    /** Signed by the right bot, and still not to be accepted. */
    private void signedFields() {
        for (long seconds :
                new long[] {
                    0,
                    1,
                    nowSeconds - 365L * 86_400,
                    nowSeconds - 86_401,
                    nowSeconds + 61,
                    nowSeconds + 86_400,
                    99_999_999_999L
                }) {
            add("signed at " + seconds, signed(with("auth_date", Long.toString(seconds))));
        }
        for (String date :
                List.of(
                        "",
                        "x",
                        "-1",
                        "+" + nowSeconds,
                        nowSeconds + ".0",
                        "0x1",
                        "1e9",
                        " " + nowSeconds,
                        nowSeconds + "000000",
                        "9999999999999999999",
                        "\u0661\u0662",
                        nowSeconds + "\0")) {
            add("signed at '" + date + "'", signed(with("auth_date", date)));
        }
        for (String user :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "1",
                        "\"x\"",
                        "{\"id\":0}",
                        "{\"id\":-5}",
                        "{\"id\":1.5}",
                        "{\"id\":\"01\"}",
                        "{\"id\":\" 1\"}",
                        "{\"id\":true}",
                        "{\"id\":null}",
                        "{\"id\":[1]}",
                        "{\"id\":4503599627370497}",
                        "{\"id\":1e400}",
                        "{\"id\":99999999999999999999999}",
                        "{\"id\":1,\"id\":2}",
                        "{\"id\":1",
                        "{\"id\":1}x",
                        "{\"a\":".repeat(40) + "1" + "}".repeat(40))) {
            add("signed user " + user, signed(with("user", user)));
        }
        for (String name : List.of("", "a b", "a\nb", "a=b", "\u00e4", "x".repeat(65), "a\0")) {
            add("signed field '" + name + "'", signed(with(name, "1")));
        }
        add("signed line feed", signed(with("start_param", "a\nuser={\"id\":1}")));
        add("signed and too long", signed(with("start_param", "x".repeat(4_096))));
        for (String name : List.of("user", "auth_date")) {
            Map<String, String> less = new LinkedHashMap<>(fields);
            less.remove(name);
            add("signed without " + name, signed(less));
        }
    }

    private void encodings() {
        add("escaped once more", URLEncoder.encode(good, StandardCharsets.UTF_8));
        add(
                "values escaped once more",
                fields.keySet().stream()
                                .map(name ->
                                        name
                                                + "="
                                                + URLEncoder.encode(
                                                        URLEncoder.encode(
                                                                field(name),
                                                                StandardCharsets.UTF_8),
                                                        StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))
                        + "&hash="
                        + hash);
        add("not escaped", joined(fields, "&") + "&hash=" + hash + "%");
        add("semicolons", good.replace('&', ';'));
        add("HTML ampersands", good.replace("&", "&amp;"));
        add("as a query", "?" + good);
        add("as a fragment", "#" + good);
        add(
                "as the page has it",
                "tgWebAppData=" + URLEncoder.encode(good, StandardCharsets.UTF_8));
        add("ampersand behind", good + "&");
        add("ampersand in front", "&" + good);
        add("two ampersands", good.replaceFirst("&", "&&"));
        add("field without a value", good + "&x");
        add("line feeds", good.replace('&', '\n'));
        add("a broken escape", good + "&x=%");
        add("another broken escape", good + "&x=%zz");
        add("overlong UTF-8", good + "&x=%c0%af");
        add("half a character", good + "&x=%e2%82");
        add("UTF-16 escape", good.replace("Ada", "%u0041da"));
        add("an escaped surrogate", good + "&x=%ed%a0%80");
        add("an escaped ampersand", good.replaceFirst("&", "%26"));
        add("an escaped equals sign", good.replaceFirst("=", "%3D"));
        add("JSON", "{\"user\":" + fields.get("user") + ",\"hash\":\"" + hash + "\"}");
    }

    private void random(RandomGenerator random) {
        for (int i = 0; i < RANDOM; i++) {
            int at = random.nextInt(good.length());
            add("random bit of character " + at, Twists.withBit(good, at, random.nextInt(7)));
        }
    }

    private String field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private String kept(Map<String, String> changed) {
        return encode(changed) + "&hash=" + hash;
    }

    private String signed(Map<String, String> changed) {
        return good(changed, botToken);
    }

    private static String hash(Map<String, String> fields, String botToken) {
        byte[] secret = HmacSha256.of(HmacSha256.key(bytes("WebAppData")), botToken);
        return HexFormat.of().formatHex(HmacSha256.of(HmacSha256.key(secret), checkString(fields)));
    }

    private static String checkString(Map<String, String> fields) {
        return joined(new TreeMap<>(fields), "\n");
    }

    private static String joined(Map<String, String> fields, String separator) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(separator));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
