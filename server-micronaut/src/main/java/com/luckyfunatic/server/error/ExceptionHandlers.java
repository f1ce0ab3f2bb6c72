package com.luckyfunatic.server.error;

import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.server.telegram.InitDataException;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;

/**
 * Leads exceptions that the framework knows nothing of, or answers in its own way, to {@link
 * ProblemMapper}.
 */
final class ExceptionHandlers {
    private ExceptionHandlers() {}

    abstract static class ToProblem<E extends Throwable>
            implements ExceptionHandler<E, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // The interface has it so.
        public HttpResponse<?> handle(HttpRequest request, E exception) {
            return Problems.answer(request, exception, HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    /** Answers that our own code decided on. */
    @Singleton
    @Produces
    static final class OfProblem extends ToProblem<ProblemException> {}

    /** Login data that was refused. */
    @Singleton
    @Produces
    static final class OfInitData extends ToProblem<InitDataException> {}

    /** Telegram, which could not be asked. */
    @Singleton
    @Produces
    static final class OfMembership extends ToProblem<MembershipUnknownException> {}

    /** Telegram, which did not do its part. */
    @Singleton
    @Produces
    static final class OfTelegram extends ToProblem<BotApiException> {}

    /** A store that failed. */
    @Singleton
    @Produces
    static final class OfStorage extends ToProblem<StorageException> {}

    /** Bodies that cannot be read. */
    @Singleton
    @Produces
    static final class OfCodec extends ToProblem<CodecException> {}

    /** Bodies that cannot be unpacked. */
    @Singleton
    @Produces
    static final class OfDecompression extends ToProblem<DecompressionException> {}

    /** Constraints on fields and parameters. */
    @Singleton
    @Produces
    @Replaces(ConstraintExceptionHandler.class)
    static final class OfConstraints extends ToProblem<ConstraintViolationException> {}
}
