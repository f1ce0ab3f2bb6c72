package com.luckyfunatic.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST,BAD_REQUEST",
        "UNAUTHORIZED,TOKEN_INVALID",
        "FORBIDDEN,FORBIDDEN",
        "NOT_FOUND,NOT_FOUND",
        "METHOD_NOT_ALLOWED,METHOD_NOT_ALLOWED",
        "NOT_ACCEPTABLE,NOT_ACCEPTABLE",
        "REQUEST_ENTITY_TOO_LARGE,REQUEST_TOO_LARGE",
        "REQUEST_URI_TOO_LONG,REQUEST_TOO_LARGE",
        "REQUEST_HEADER_FIELDS_TOO_LARGE,REQUEST_TOO_LARGE",
        "UNSUPPORTED_MEDIA_TYPE,UNSUPPORTED_MEDIA_TYPE",
        "TOO_MANY_REQUESTS,RATE_LIMITED",
        "I_AM_A_TEAPOT,BAD_REQUEST",
        "INTERNAL_SERVER_ERROR,INTERNAL_ERROR",
        "BAD_GATEWAY,INTERNAL_ERROR",
        "SERVICE_UNAVAILABLE,NOT_READY"
    })
    void what_the_framework_refuses_by_itself_gets_the_code_of_its_status(
            HttpStatus status, ProblemCode code) {
        assertThat(ProblemMapper.map(null, status).code()).isEqualTo(code);
    }

    @Test
    void a_wrapped_failure_is_recognised() {
        Throwable wrapped =
                new CompletionException(
                        new IllegalStateException(new StorageUnavailableException("away")));

        assertThat(ProblemMapper.map(wrapped, HttpStatus.INTERNAL_SERVER_ERROR).code())
                .isEqualTo(ProblemCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void what_only_telegram_knows_can_be_asked_again_when_it_says() {
        ProblemException answer =
                ProblemMapper.map(
                        new MembershipUnknownException("away", Duration.ofMillis(7_900), null),
                        HttpStatus.INTERNAL_SERVER_ERROR);
        ProblemException soon =
                ProblemMapper.map(
                        new MembershipUnknownException("away", Duration.ofMillis(1), null),
                        HttpStatus.INTERNAL_SERVER_ERROR);

        assertThat(answer.code()).isEqualTo(ProblemCode.TELEGRAM_UNAVAILABLE);
        assertThat(answer.headers()).containsEntry("Retry-After", "7");
        assertThat(soon.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void a_damaged_store_is_a_fault_of_ours_and_its_cause_is_kept_for_the_log() {
        StorageCorruptException damage = new StorageCorruptException("row 7");

        ProblemException answer = ProblemMapper.map(damage, HttpStatus.INTERNAL_SERVER_ERROR);

        assertThat(answer.code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
        assertThat(answer.detail()).doesNotContain("row 7");
        assertThat(answer).hasCause(damage);
    }

    @Test
    void a_failure_that_nobody_foresaw_keeps_its_status_and_tells_nothing() {
        ProblemException answer =
                ProblemMapper.map(
                        new IllegalStateException("detail"), HttpStatus.INTERNAL_SERVER_ERROR);

        assertThat(answer.code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
        assertThat(answer.detail()).doesNotContain("detail");
    }

    @Test
    void a_chain_of_causes_that_bites_its_tail_ends() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(ProblemMapper.map(first, HttpStatus.INTERNAL_SERVER_ERROR).code())
                .isEqualTo(ProblemCode.INTERNAL_ERROR);
    }
}
