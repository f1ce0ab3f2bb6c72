package com.luckyfunatic.storage.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.connection.ExchangeId;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.notice.AnnouncementId;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the engine's values into stored JSON text and back.
 *
 * <p>Members of a sealed family carry their simple name in {@code @type}; a new event or refusal
 * needs no line here. Documents written by an older build stay readable as long as components are
 * only added; the stores keep {@link #FORMAT} beside each state for the day that is not enough.
 * That an older build does not meet what it cannot know, the version of the schema sees to.
 * Thread-safe.
 */
public final class GameCodec {
    /** The version of the stored form. */
    public static final int FORMAT = 1;

    /** What tells a plan that is no command by its first letters. */
    private static final String PLANNED = "@planned";

    private static final List<Class<?>> FAMILIES =
            List.of(
                    Actor.class,
                    Command.class,
                    GameEvent.class,
                    Ingredient.class,
                    Outcome.class,
                    Refusal.class,
                    Requirement.class,
                    Result.class);

    private static final List<Class<?>> TEXTS =
            List.of(
                    AnnouncementId.class,
                    BoosterType.class,
                    CardId.class,
                    ConversionId.class,
                    ExchangeId.class,
                    ItemId.class,
                    ListingId.class,
                    MinigameId.class,
                    OperationId.class,
                    PlatformAccountId.class,
                    SegmentId.class,
                    QuestId.class,
                    RaffleId.class,
                    SpecialCardId.class,
                    StoryId.class,
                    TimeTrialId.class,
                    TonAddress.class,
                    TournamentId.class,
                    TransferId.class);

    /** How many fingerprints are remembered; a power of two. */
    private static final int REMEMBERED = 256;

    /** A fingerprint, and whose it is. */
    private record Fingerprint(Command intent, String value) {}

    /**
     * Fingerprints of commands that came lately, by their hash: most are like one before. Races do
     * no harm, because what is in it is immutable and never wrong.
     */
    private final @Nullable Fingerprint[] fingerprints = new Fingerprint[REMEMBERED];

    private final ObjectMapper json;
    private final ObjectWriter changeWriter;
    private final ObjectReader changeReader;
    private final ObjectWriter stateWriter;
    private final ObjectReader stateReader;
    private final ObjectWriter answerWriter;
    private final ObjectReader answerReader;
    private final ObjectWriter commandWriter;
    private final ObjectReader commandReader;
    private final ObjectWriter tournamentWriter;
    private final ObjectReader tournamentReader;
    private final ObjectWriter admissionWriter;
    private final ObjectReader admissionReader;
    private final ObjectWriter plannedWriter;
    private final ObjectReader plannedReader;
    private final ObjectWriter raffleWriter;
    private final ObjectReader raffleReader;

    /** Prepares the mapping. */
    public GameCodec() {
        json = mapper().build();
        changeWriter = json.writerFor(ChangeDocument.class);
        changeReader = json.readerFor(ChangeDocument.class);
        stateWriter = json.writerFor(PlayerState.class);
        stateReader = json.readerFor(PlayerState.class);
        answerWriter = json.writerFor(AnswerDocument.class);
        answerReader = json.readerFor(AnswerDocument.class);
        commandWriter = json.writerFor(Command.class);
        commandReader = lazyReader(Command.class);
        tournamentWriter = json.writerFor(TournamentDefinition.class);
        tournamentReader = lazyReader(TournamentDefinition.class);
        admissionWriter = json.writerFor(AdmissionChange.class);
        admissionReader = lazyReader(AdmissionChange.class);
        plannedWriter = json.writerFor(PlannedChange.class);
        plannedReader = lazyReader(PlannedChange.class);
        raffleWriter = json.writerFor(RaffleDefinition.class);
        raffleReader = lazyReader(RaffleDefinition.class);
    }

    /**
     * Returns a reader that learns how to read {@code type} when it is asked for the first time:
     * many short commands never do.
     */
    private ObjectReader lazyReader(Class<?> type) {
        return json.reader().without(DeserializationFeature.EAGER_DESERIALIZER_FETCH).forType(type);
    }

    /**
     * Returns the mapping that all stored forms share.
     *
     * <p>Buffers are recycled in a pool for all threads: by default each thread would keep its own,
     * and a virtual thread, which lives for one request, would make 16 KB of them for one document.
     */
    static JsonMapper.Builder mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                                        .build())
                        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                        .addMixIn(BalloonGameId.class, NumberMixin.class)
                        .addMixIn(PlayerId.class, NumberMixin.class);
        TEXTS.forEach(text -> builder.addMixIn(text, TextMixin.class));
        builder.addModule(namesOfContent());
        for (Class<?> family : FAMILIES) {
            builder.addMixIn(family, FamilyMixin.class);
            registerMembers(builder, family);
        }
        builder.addMixIn(PlannedChange.class, PlannedMixin.class);
        registerMembers(builder, PlannedChange.class);
        return builder;
    }

    /** What states of many players name alike. */
    private static SimpleModule namesOfContent() {
        return new SimpleModule("names of content")
                .addDeserializer(
                        BoosterType.class, new SharedNames<>(BoosterType.class, BoosterType::new))
                .addDeserializer(CardId.class, new SharedNames<>(CardId.class, CardId::new))
                .addDeserializer(
                        ConversionId.class,
                        new SharedNames<>(ConversionId.class, ConversionId::new))
                .addDeserializer(ItemId.class, new SharedNames<>(ItemId.class, ItemId::new))
                .addDeserializer(
                        ListingId.class, new SharedNames<>(ListingId.class, ListingId::new))
                .addDeserializer(QuestId.class, new SharedNames<>(QuestId.class, QuestId::new))
                .addDeserializer(
                        SpecialCardId.class,
                        new SharedNames<>(SpecialCardId.class, SpecialCardId::new))
                .addDeserializer(StoryId.class, new SharedNames<>(StoryId.class, StoryId::new))
                .addDeserializer(
                        TimeTrialId.class, new SharedNames<>(TimeTrialId.class, TimeTrialId::new));
    }

    /** Returns whether values of {@code type} are stored as a plain text or number. */
    static boolean isText(Class<?> type) {
        return TEXTS.contains(type) || type == PlayerId.class || type == BalloonGameId.class;
    }

    private static void registerMembers(JsonMapper.Builder builder, Class<?> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                registerMembers(builder, member);
            } else {
                builder.registerSubtypes(new NamedType(member, member.getSimpleName()));
            }
        }
    }

    /** Returns the stored form of a change. */
    public String write(ChangeDocument change) {
        return write(changeWriter, change);
    }

    /** Returns the stored form of a state. */
    public String write(PlayerState state) {
        return write(stateWriter, state);
    }

    /** Returns the stored form of an answer, without its state. */
    public String write(AnswerDocument answer) {
        return write(answerWriter, answer);
    }

    /** Returns the stored form of a command. */
    public String write(Command command) {
        return write(commandWriter, command);
    }

    /** Returns the stored form of what a plan is to change. */
    public String write(PlannedChange change) {
        // Of a command it is the command's own, as it was before plans were about anything else.
        return change instanceof PlannedChange.OfState(Command command)
                ? write(command)
                : write(plannedWriter, change);
    }

    /** Returns the stored form of a change of who may play. */
    public String write(AdmissionChange change) {
        return write(admissionWriter, change);
    }

    /** Returns the stored form of what somebody has decided about a tournament. */
    public String write(TournamentDefinition tournament) {
        return write(tournamentWriter, tournament);
    }

    /** Returns the stored form of what a raffle is. */
    public String write(RaffleDefinition raffle) {
        return write(raffleWriter, raffle);
    }

    /** Returns the change that {@code text} is the stored form of. */
    public ChangeDocument readChange(String text) {
        return read(changeReader, ChangeDocument.class, text);
    }

    /** Returns the state that {@code text} is the stored form of. */
    public PlayerState readState(String text) {
        return read(stateReader, PlayerState.class, text);
    }

    /** Returns the answer that {@code text} is the stored form of. */
    public AnswerDocument readAnswer(String text) {
        return read(answerReader, AnswerDocument.class, text);
    }

    /** Returns the command that {@code text} is the stored form of. */
    public Command readCommand(String text) {
        return read(commandReader, Command.class, text);
    }

    /**
     * Returns the command that {@code text} is the stored form of; null when this version cannot
     * read it.
     */
    public @Nullable Command findCommand(String text) {
        try {
            return readCommand(text);
        } catch (StorageCorruptException e) {
            return null;
        }
    }

    /** Returns what a plan is to change, which {@code text} is the stored form of. */
    public PlannedChange readPlanned(String text) {
        return text.startsWith("{\"" + PLANNED)
                ? read(plannedReader, PlannedChange.class, text)
                : new PlannedChange.OfState(readCommand(text));
    }

    /** Returns the change of who may play that {@code text} is the stored form of. */
    public AdmissionChange readAdmissionChange(String text) {
        return read(admissionReader, AdmissionChange.class, text);
    }

    /** Returns the definition of a tournament that {@code text} is the stored form of. */
    public TournamentDefinition readTournament(String text) {
        return read(tournamentReader, TournamentDefinition.class, text);
    }

    /** Returns the raffle that {@code text} is the stored form of. */
    public RaffleDefinition readRaffle(String text) {
        return read(raffleReader, RaffleDefinition.class, text);
    }

    /** Returns the stored form as a tree, for tools that show it. */
    public JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    /** Returns what tells the intent of {@code command} from others: 32 hexadecimal digits. */
    public String fingerprint(Command command) {
        Command intent = command.intent();
        int hash = intent.hashCode();
        int place = (hash ^ hash >>> 16) & (REMEMBERED - 1);
        Fingerprint remembered = fingerprints[place];
        if (remembered != null && remembered.intent().equals(intent)) {
            return remembered.value();
        }
        String fingerprint = fingerprintOf(intent);
        fingerprints[place] = new Fingerprint(intent, fingerprint);
        return fingerprint;
    }

    private String fingerprintOf(Command intent) {
        byte[] hash = sha256().digest(write(intent).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + value.getClass().getName(), e);
        }
    }

    private static <T> T read(ObjectReader reader, Class<T> type, String text) {
        try {
            T value = type.cast(reader.readValue(text));
            if (value == null) {
                throw new StorageCorruptException("nothing is stored where something must be");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new StorageCorruptException("cannot read what is stored", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
    private interface FamilyMixin {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = PLANNED)
    private interface PlannedMixin {}

    private abstract static class TextMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TextMixin(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class NumberMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        NumberMixin(@SuppressWarnings("unused") long value) {}

        @JsonValue
        abstract long value();
    }
}
