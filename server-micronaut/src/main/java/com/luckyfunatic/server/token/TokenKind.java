package com.luckyfunatic.server.token;

/** Kinds of tokens; one kind is never accepted in place of another. */
public enum TokenKind {
    /** What a player's Mini App carries, for days. */
    PLAYER(Role.PLAYER, "player", "at+jwt"),
    /** What a minigame in an iframe carries, for minutes. */
    MINIGAME(Role.MINIGAME, "minigame", "mg+jwt"),
    /** What opens one game of balloons, within seconds. */
    BALLOON(Role.BALLOON, "balloon", "bt+jwt");

    /** Names of roles for {@code @Secured}, which needs constants. */
    public static final class Role {
        public static final String PLAYER = "PLAYER";
        public static final String BALLOON = "BALLOON";
        public static final String MINIGAME = "MINIGAME";
        public static final String OPERATOR = "OPERATOR";
        public static final String PLATFORM = "PLATFORM";

        private Role() {}
    }

    private final String role;
    private final String audience;
    private final String type;

    TokenKind(String role, String audience, String type) {
        this.role = role;
        this.audience = audience;
        this.type = type;
    }

    /** The role that a bearer of such a token has. */
    public String role() {
        return role;
    }

    /** The {@code aud} claim. */
    String audience() {
        return audience;
    }

    /** The {@code typ} header. */
    String type() {
        return type;
    }
}
