package com.luckyfunatic.operations;

import com.luckyfunatic.storage.clock.SharedClock;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which storage to work on, said in the same words and the same places as to the server: flags win
 * over variables, variables over the configuration file. What is secret has no flag. Other settings
 * of the file are left to the server to check.
 */
public final class StorageOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--storage",
            paramLabel = "KIND",
            defaultValue = "${env:FUNATIC_STORAGE}",
            description = "embedded or distributed (FUNATIC_STORAGE). Default: embedded.")
    private @Nullable String kind;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:FUNATIC_DATA_DIR}",
            description = "The data directory (FUNATIC_DATA_DIR). Default: ./data.")
    private @Nullable String directory;

    @Option(
            names = "--mysql-url",
            paramLabel = "URL",
            defaultValue = "${env:FUNATIC_MYSQL_URL}",
            description = "MySQL or MariaDB, for distributed (FUNATIC_MYSQL_URL).")
    private @Nullable String mySqlUrl;

    @Option(
            names = "--mysql-user",
            paramLabel = "NAME",
            defaultValue = "${env:FUNATIC_MYSQL_USER}",
            description =
                    "User of MySQL (FUNATIC_MYSQL_USER); the password is given by"
                            + " FUNATIC_MYSQL_PASSWORD or the configuration file.")
    private @Nullable String mySqlUser;

    @Option(
            names = "--scylla-contact-points",
            paramLabel = "NODES",
            defaultValue = "${env:FUNATIC_SCYLLA_CONTACT_POINTS}",
            description = "ScyllaDB nodes, for distributed (FUNATIC_SCYLLA_CONTACT_POINTS).")
    private @Nullable String scyllaNodes;

    @Option(
            names = "--scylla-datacenter",
            paramLabel = "NAME",
            defaultValue = "${env:FUNATIC_SCYLLA_DATACENTER}",
            description = "Its data centre (FUNATIC_SCYLLA_DATACENTER). Default: datacenter1.")
    private @Nullable String scyllaDatacenter;

    @Option(
            names = "--scylla-keyspace",
            paramLabel = "NAME",
            defaultValue = "${env:FUNATIC_SCYLLA_KEYSPACE}",
            description = "Its keyspace (FUNATIC_SCYLLA_KEYSPACE). Default: funatic.")
    private @Nullable String scyllaKeyspace;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "${env:FUNATIC_MODE}",
            description =
                    "prod refuses to work on databases that are not set up as the game needs it,"
                            + " dev says so (FUNATIC_MODE). Default: dev.")
    private @Nullable String mode;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:FUNATIC_CONFIG}",
            description =
                    "The server's configuration file (FUNATIC_CONFIG): it counts where nothing else"
                            + " is said. Redis' address is given there or by FUNATIC_REDIS_URL.")
    private @Nullable String file;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    public StorageOptions() {}

    /**
     * Returns whether anything is said about which storage it is, by a flag or the environment. The
     * mode says nothing of the kind.
     */
    public boolean isNamed() {
        return Stream.of(
                        kind,
                        directory,
                        mySqlUrl,
                        mySqlUser,
                        scyllaNodes,
                        scyllaDatacenter,
                        scyllaKeyspace,
                        file)
                .anyMatch(each -> each != null && !each.isBlank());
    }

    /** Returns whether the storage is the distributed one. */
    public boolean isDistributed() {
        String text = setting("storage", kind, "embedded").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "embedded" -> false;
            case "distributed" -> true;
            default -> throw wrong("--storage is embedded or distributed, not '" + text + "'.");
        };
    }

    /** Returns the data directory. */
    public Path directory() {
        return Path.of(setting("data-dir", directory, "./data"));
    }

    /** Returns whether there is a game in the data directory. */
    public boolean hasEmbeddedGame() {
        return Files.exists(directory().resolve("funatic.db"));
    }

    /** What to say where {@link #hasEmbeddedGame} is false. */
    public String noEmbeddedGame() {
        return "There is no game in "
                + directory().toAbsolutePath().normalize()
                + ": the first start of ./funatic serve makes one, and --data-dir says where else"
                + " to look.";
    }

    /** Opens the embedded storage, which removes nothing that is old meanwhile. */
    public EmbeddedStorage openEmbedded() {
        return EmbeddedStorage.open(
                EmbeddedSettings.in(directory()).withJournalKept(Duration.ZERO));
    }

    /** Opens the distributed storage. */
    public DistributedStorage openDistributed() {
        return DistributedStorage.open(distributed(), SharedClock.system());
    }

    /** Returns how long to wait for databases that cannot be reached yet. */
    public DatabaseWait databaseWait(Consumer<String> progress) {
        return DatabaseWait.of(
                read(DatabaseSetting.DATABASE_WAIT, DatabaseTexts::timeSpan), progress);
    }

    /** Returns how to judge the settings of the databases. */
    public DatabaseCheck databaseCheck(Consumer<String> notes, Consumer<String> warnings) {
        return new DatabaseCheck(
                isProduction(),
                read(DatabaseSetting.REDIS_SETTINGS_UNCHECKED, StorageOptions::truth),
                notes,
                warnings);
    }

    /** Returns whether the game is played in earnest, as the mode says. */
    public boolean isProduction() {
        String text = setting("mode", mode, "dev").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "dev" -> false;
            case "prod" -> true;
            default -> throw wrong("--mode is dev or prod, not '" + text + "'.");
        };
    }

    /**
     * Returns how to reach the databases. Locks among processes are the servers' affair: nothing
     * depends on them.
     */
    DistributedSettings distributed() {
        return DistributedSettings.of(redis(), mySql(), scylla())
                .withKeyPrefix(read(DatabaseSetting.REDIS_KEY_PREFIX, DatabaseTexts::keyPrefix));
    }

    private RedisSettings redis() {
        return RedisSettings.at(
                        list(DatabaseSetting.REDIS_URL, null, DatabaseTexts::redisUrl),
                        read(DatabaseSetting.REDIS_CLUSTER, StorageOptions::truth))
                .withTimeout(read(DatabaseSetting.REDIS_TIMEOUT, DatabaseTexts::timeSpan));
    }

    private MySqlSettings mySql() {
        MySqlSettings usual =
                MySqlSettings.of(
                        required(DatabaseSetting.MYSQL_URL, mySqlUrl, DatabaseTexts::mySqlUrl),
                        text(DatabaseSetting.MYSQL_USER, mySqlUser),
                        text(DatabaseSetting.MYSQL_PASSWORD, null));
        MySqlSettings patient =
                read(
                        DatabaseSetting.MYSQL_TIMEOUT,
                        text -> usual.within(DatabaseTexts.timeSpan(text)));
        return read(
                DatabaseSetting.PARTITIONS, text -> patient.withPartitions(Integer.parseInt(text)));
    }

    private ScyllaSettings scylla() {
        ScyllaSettings scylla =
                ScyllaSettings.at(
                                list(
                                        DatabaseSetting.SCYLLA_CONTACT_POINTS,
                                        scyllaNodes,
                                        DatabaseTexts::node),
                                text(DatabaseSetting.SCYLLA_DATACENTER, scyllaDatacenter),
                                required(
                                        DatabaseSetting.SCYLLA_KEYSPACE,
                                        scyllaKeyspace,
                                        DatabaseTexts::keyspace))
                        .with(read(DatabaseSetting.SCYLLA_CONSISTENCY, StorageOptions::consistency))
                        .as(
                                text(DatabaseSetting.SCYLLA_USER, null),
                                text(DatabaseSetting.SCYLLA_PASSWORD, null));
        return read(DatabaseSetting.SCYLLA_TLS, StorageOptions::truth)
                ? scylla.withUsualTls()
                : scylla;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static ScyllaSettings.Consistency consistency(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "local_one" -> ScyllaSettings.Consistency.LOCAL_ONE;
            case "local_quorum" -> ScyllaSettings.Consistency.LOCAL_QUORUM;
            case "each_quorum" -> ScyllaSettings.Consistency.EACH_QUORUM;
            default ->
                    throw new IllegalArgumentException(
                            "expected local_one, local_quorum or each_quorum");
        };
    }

    /** Returns a setting as its text is, of the flag, the variable, the file, or as usual. */
    private String text(DatabaseSetting which, @Nullable String flag) {
        return setting(
                which.key(), flag == null ? System.getenv(which.variable()) : flag, which.usual());
    }

    private <T> T read(DatabaseSetting which, Function<String, T> reader) {
        return read(which, text(which, null), reader);
    }

    private <T> T read(DatabaseSetting which, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong("The setting " + which.key() + " is wrong: " + e.getMessage() + ".");
        }
    }

    private <T> T required(
            DatabaseSetting which, @Nullable String flag, Function<String, T> reader) {
        String text = text(which, flag);
        if (text.isEmpty()) {
            throw wrong("Distributed storage needs " + which.key() + ", as the server does.");
        }
        return read(which, text, reader);
    }

    private <T> List<T> list(
            DatabaseSetting which, @Nullable String flag, Function<String, T> reader) {
        return required(
                which,
                flag,
                text -> Arrays.stream(text.split(",", -1)).map(String::strip).map(reader).toList());
    }

    /** Returns the setting {@code name} of the server: as given, or of the file, or as usual. */
    public String setting(String name, @Nullable String given, String usual) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        String text = file == null || file.isBlank() ? "" : inFile(Path.of(file.strip()), name);
        return text.isEmpty() ? usual : text;
    }

    private String inFile(Path path, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(path)) {
            Object settings = new Yaml(new SafeConstructor(options)).load(reader);
            Object value = settings instanceof Map<?, ?> map ? map.get(name) : null;
            return switch (value) {
                case null -> "";
                case List<?> list ->
                        list.stream().map(String::valueOf).collect(Collectors.joining(","));
                default -> String.valueOf(value).strip();
            };
        } catch (IOException | YAMLException e) {
            throw wrong("The configuration file " + path + " cannot be read.");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
