package com.luckyfunatic.server.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.ListingId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePayloadsTest {
    private static final byte[] OLD = "the old secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "the new secret".getBytes(StandardCharsets.UTF_8);
    private static final InvoiceClaims CLAIMS =
            new InvoiceClaims(
                    new PlayerId(7), new ListingId("z".repeat(64)), 100, 1_000, 1_764_000_000_000L);

    private final InvoicePayloads payloads = new InvoicePayloads(List.of(NEW));

    @Test
    void what_was_made_is_read_and_fits_into_what_telegram_takes() {
        String payload = payloads.make(CLAIMS);

        assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(128);
        assertThat(payloads.read(payload)).isEqualTo(CLAIMS);
        assertThat(CLAIMS.total()).isEqualTo(100_000);
    }

    @Test
    void every_changed_character_breaks_it() {
        String payload = payloads.make(CLAIMS);
        for (int i = 0; i < payload.length(); i++) {
            char other = payload.charAt(i) == 'a' ? 'b' : 'a';
            String changed = payload.substring(0, i) + other + payload.substring(i + 1);
            assertThat(payloads.read(changed)).as("character %s", i).isNull();
        }
        assertThat(payloads.read(payload.substring(0, payload.length() - 1))).isNull();
        assertThat(payloads.read(payload + "z")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a donation",
                "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"
            })
    void what_is_not_ours_is_nothing(String payload) {
        assertThat(payloads.read(payload)).isNull();
        assertThat(payloads.read(payload + "A".repeat(80))).isNull();
    }

    @Test
    void the_old_secret_is_accepted_during_a_rotation_and_no_other() {
        String old = new InvoicePayloads(List.of(OLD)).make(CLAIMS);

        assertThat(new InvoicePayloads(List.of(NEW, OLD)).read(old)).isEqualTo(CLAIMS);
        assertThat(payloads.read(old)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoicePayloads(List.of()));
    }
}
