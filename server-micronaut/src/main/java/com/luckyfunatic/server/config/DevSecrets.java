package com.luckyfunatic.server.config;

import com.luckyfunatic.operations.OwnerOnly;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.token.SigningKey;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * The secrets that dev mode makes for itself and keeps, so that tokens survive a restart.
 *
 * <p>They live in one file in the data directory that only its owner can read.
 *
 * @param signingKey signs tokens
 * @param bot signs the login data of the development login
 */
record DevSecrets(SigningKey signingKey, BotToken bot) {
    private static final String FILE_NAME = "dev-secrets.properties";
    private static final String JWT_KEY = "jwt-key";
    private static final String BOT_TOKEN = "bot-token";

    static DevSecrets loadOrCreate(Path dataDir) {
        Path file = dataDir.resolve(FILE_NAME);
        try {
            Files.createDirectories(dataDir);
            if (!Files.exists(file)) {
                create(file);
            }
            return load(file);
        } catch (FileAlreadyExistsException e) {
            throw new SettingsException(
                    List.of("the data directory " + e.getFile() + " is a file"));
        } catch (IOException e) {
            // The exception's own text is often no more than the file's name.
            throw new SettingsException(
                    List.of("cannot keep the dev secrets in " + file + " (" + e + ")"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    List.of(
                            file
                                    + " is damaged; delete it to have new secrets made (logs"
                                    + " everybody out)"));
        }
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] botSecret = new byte[32];
        random.nextBytes(botSecret);
        String content =
                """
                # Made by dev mode; never used in prod mode. Delete it to log everybody out.
                %s=%s
                %s=%d:%s
                """
                        .formatted(
                                JWT_KEY,
                                SigningKey.random("dev").encoded(),
                                BOT_TOKEN,
                                random.nextLong(1_000_000, 1_000_000_000),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(botSecret));
        Path draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        FILE_NAME,
                        ".new",
                        OwnerOnly.attributes());
        try {
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            publish(draft, file, Files::createLink);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes one file another name of an existing one. */
    @FunctionalInterface
    interface Linker {
        /** Makes {@code link} a name of {@code existing}. */
        void link(Path link, Path existing) throws IOException;
    }

    /** Gives the whole {@code draft} the name {@code file}, unless another process was faster. */
    static void publish(Path draft, Path file, Linker linker) throws IOException {
        try {
            // A link, unlike a move, never replaces what another process made in the meantime.
            linker.link(file, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process's secrets are as good.
        } catch (UnsupportedOperationException | FileSystemException e) {
            moveUnlessThere(draft, file);
        }
    }

    /** Where there are no links: whole or not at all, even when the process is killed meanwhile. */
    private static void moveUnlessThere(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            // The other process's secrets are as good.
        }
    }

    private static DevSecrets load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DevSecrets(
                SigningKey.parse(properties.getProperty(JWT_KEY, "")),
                BotToken.parse(properties.getProperty(BOT_TOKEN, "")));
    }
}
