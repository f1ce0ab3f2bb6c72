package com.luckyfunatic.server;

import com.luckyfunatic.server.config.Setting;

/** Says that another program listens where the server wants to. */
public final class PortInUseException extends RuntimeException {
    /** Below it, systems let only some users listen, and say no more of it than of a taken one. */
    private static final int FREE_FOR_ALL_FROM = 1024;

    PortInUseException(Setting<Integer> setting, String host, int port, Throwable cause) {
        super(
                "cannot listen on %s:%d (%s): another program listens there%s; stop it, or choose another port with %s=PORT or %s=PORT"
                        .formatted(
                                host,
                                port,
                                cause.getMessage(),
                                port < FREE_FOR_ALL_FROM
                                        ? ", or this user may not use ports below "
                                                + FREE_FOR_ALL_FROM
                                        : "",
                                setting.flag(),
                                setting.variable()),
                cause);
    }
}
