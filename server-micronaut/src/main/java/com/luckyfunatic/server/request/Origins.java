package com.luckyfunatic.server.request;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What browsers say about the page that a request comes from. */
public final class Origins {
    private Origins() {}

    /**
     * Whether the page is one that this server has served, by the name it was called with.
     *
     * @param origin the {@code Origin} of the request
     * @param host its {@code Host}
     */
    public static boolean isOwn(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
