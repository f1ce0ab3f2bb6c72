package com.luckyfunatic.server.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Login data of strangers. */
@NullMarked
class InitDataFuzzTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
    private static final Duration MAX_AGE = Duration.ofHours(24);
    private static final InitDataValidator VALIDATOR =
            new InitDataValidator(
                    new InitDataPolicy(
                            List.of(
                                    BotToken.parse(
                                            "7000000001:AAHq3xTz9Lk2Vn5Wb8Rc1Yd4Jf7Gs0PeUm")),
                            List.of(7_000_000_009L),
                            TelegramEnvironment.PRODUCTION,
                            MAX_AGE));

    @FuzzTest
    void it_is_refused_or_means_something(@NotNull String text) {
        try {
            InitData accepted = VALIDATOR.validate(text, NOW);
            assertThat(accepted.user().id()).isBetween(1L, TelegramUser.ID_MAX);
            assertThat(accepted.signedAt())
                    .isBetween(NOW.minus(MAX_AGE), NOW.plus(InitDataPolicy.FUTURE_SKEW_MAX));
        } catch (InitDataException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void fields_sign_what_they_say(@NotNull String text) {
        try {
            String signed = InitDataFields.parse(text).checkString();
            // Each line is one field, or fields could be hidden in others.
            List<String> lines = List.of(signed.split("\n", -1));
            assertThat(lines).allMatch(line -> line.matches("(?s)[A-Za-z0-9_.-]+=.*"));
            assertThat(lines.stream().map(line -> line.split("=", 2)[0])).doesNotHaveDuplicates();
        } catch (InitDataException e) {
            assertThat(e.reason()).isEqualTo(InitDataException.Reason.MALFORMED);
        }
    }
}
