package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.server.LoadCatalog;
import io.hyperfoil.http.api.HttpMethod;

/** A request that the load test can send. */
public enum RequestKind {
    /** Development login of a player. */
    LOGIN("login", HttpMethod.POST, "/dev/login", false),
    /** Reads the player's whole state. */
    GAME("game", HttpMethod.GET, "/game", true),
    /** Five taps with an increasing sequence. */
    TAP("tap", HttpMethod.POST, "/tap", true),
    /** Claims one of the quests that {@link LoadCatalog#writeForHard} has for it. */
    CLAIM("claim", HttpMethod.POST, "/quests", true),
    /** Spins the wheel for an item. */
    SPIN("spin", HttpMethod.POST, "/daily-bonus/claim", true),
    /** Buys what {@link LoadCatalog#writeForHard} sells. */
    PURCHASE("purchase", HttpMethod.POST, "/store/purchase", true),
    /** Converts funz into what {@link LoadCatalog#writeForHard} gives for them. */
    CONVERSION("conversion", HttpMethod.POST, "/inventory/convert", true),
    /** Yardstick for reads: the same stack without the game. */
    HELLO("hello", HttpMethod.GET, "/public/hello", false),
    /** Yardstick for taps: the same stack and body without the game. */
    HELLO_POST("hello-post", 9),
    /** Yardstick for {@link #CLAIM}: as long an answer without the game; so the others. */
    HELLO_CLAIM("hello-claim", 10),
    HELLO_SPIN("hello-spin", 16),
    HELLO_PURCHASE("hello-purchase", 11),
    HELLO_CONVERSION("hello-conversion", 14);

    private final String label;
    private final HttpMethod method;
    private final String path;
    private final boolean authenticated;

    /** How many the answer of a yardstick has, so that it is as long as what it stands for. */
    private final int rows;

    RequestKind(String label, HttpMethod method, String path, boolean authenticated) {
        this(label, method, path, authenticated, 0);
    }

    RequestKind(String label, int rows) {
        this(label, HttpMethod.POST, "/public/hello", false, rows);
    }

    RequestKind(String label, HttpMethod method, String path, boolean authenticated, int rows) {
        this.label = label;
        this.method = method;
        this.path = path;
        this.authenticated = authenticated;
        this.rows = rows;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }

    HttpMethod method() {
        return method;
    }

    /** The path of the next request of {@code player}. */
    String path(Player player) {
        return this == CLAIM ? path + "/" + player.nextQuest() + "/claim" : path;
    }

    /** Whether the request carries the player's token. */
    boolean authenticated() {
        return authenticated;
    }

    /**
     * The JSON body. Written as text because the generator shares its cores with the server and
     * these shapes need no escaping.
     *
     * @return the body, empty for none
     */
    String body(Player player) {
        return switch (this) {
            case LOGIN -> "{\"telegramId\":" + player.telegramId() + ",\"firstName\":\"Load\"}";
            case TAP -> "{\"taps\":5,\"sequence\":" + player.nextSequence() + "}";
            case HELLO_POST, HELLO_CLAIM, HELLO_SPIN, HELLO_PURCHASE, HELLO_CONVERSION ->
                    "{\"taps\":5,\"sequence\":" + player.nextSequence() + ",\"rows\":" + rows + "}";
            case SPIN -> "{\"spin\":\"item\"}";
            case PURCHASE -> LoadCatalog.PIECE_PURCHASE;
            case CONVERSION -> LoadCatalog.CONVERSION;
            case CLAIM -> "{}";
            case GAME, HELLO -> "";
        };
    }
}
