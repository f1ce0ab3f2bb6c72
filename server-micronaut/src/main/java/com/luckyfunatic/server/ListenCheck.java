package com.luckyfunatic.server;

import com.luckyfunatic.server.config.Setting;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;

/** Finds out whether the server can listen where it is told to. */
final class ListenCheck {
    private static final int ANY_PORT = 0;

    private ListenCheck() {}

    /**
     * Listens for a moment where the server is going to.
     *
     * @throws PortInUseException when another program has the port
     * @throws SettingsException when the host is no address of this machine
     */
    static void requireFree(Settings settings, Setting<String> host, Setting<Integer> port) {
        try {
            listen(settings.get(host), settings.get(port));
        } catch (IOException e) {
            requireOwnAddress(settings, host);
            throw new PortInUseException(port, settings.get(host), settings.get(port), e);
        }
    }

    /**
     * Tells a host that nobody can listen on here from a port that is taken.
     *
     * @throws SettingsException when it is the host
     */
    static void requireOwnAddress(Settings settings, Setting<String> setting) {
        String host = settings.get(setting);
        String start = setting.name() + ": cannot listen on '" + host + "', which ";
        try {
            listen(host, ANY_PORT);
        } catch (UnknownHostException e) {
            throw new SettingsException(List.of(start + "is no known name or address"));
        } catch (IOException e) {
            throw new SettingsException(
                    List.of(start + "is no address of this machine (" + e.getMessage() + ")"));
        }
    }

    private static void listen(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        }
    }
}
