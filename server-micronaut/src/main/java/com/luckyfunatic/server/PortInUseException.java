package com.luckyfunatic.server;

import com.luckyfunatic.server.config.Setting;

/** Says that another program listens where the server wants to. */
public final class PortInUseException extends RuntimeException {
    PortInUseException(Setting<Integer> setting, String host, int port, Throwable cause) {
        super(
                "cannot listen on %s:%d (%s): choose another with %s=PORT or stop the program that uses it"
                        .formatted(host, port, cause.getMessage(), setting.flag()),
                cause);
    }
}
