package com.luckyfunatic.server.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.crypto.HmacSha256;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.RequestLimits;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises operators by their credentials. Who they are and what they may do is read anew every
 * time; that a credential belongs to a hash, which is costly to find out, is remembered for some
 * minutes, under a key that says neither. Thread-safe; calls block on the storage.
 */
@Singleton
final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int REMEMBERED_MAX = 1_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);
    private static final int KEY_BYTES = 32;
    private static final byte[] SEPARATOR = {0};

    /**
     * Not {@code Basic}: a browser would ask for the credential, and from then on send it by
     * itself, also with what other sites' pages ask for.
     */
    private static final Map<String, String> CHALLENGE =
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "xBasic realm=\"support\"");

    /** Each takes memory and a processor; strangers must not have all of them. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Operators operators;
    private final RequestLimits limits;
    private final RefusedSignIns refused;
    private final boolean limited;
    private final Credentials credentials = new Credentials();
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final SecretKeySpec key = newKey();
    private final Cache<ByteBuffer, Boolean> remembered =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_MAX)
                    .expireAfterWrite(REMEMBERED_FOR)
                    .executor(Runnable::run)
                    .build();

    /** Nobody's: whoever is not known takes as long as who is. */
    private final CredentialHash nobodys = credentials.hash(credentials.generate());

    SignIn(GameStorage storage, RequestLimits limits, RefusedSignIns refused, Settings settings) {
        this.operators = storage.operators();
        this.limits = limits;
        this.refused = refused;
        this.limited = settings.get(ServerSettings.RATE_LIMITS);
    }

    private static SecretKeySpec newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HmacSha256.key(bytes);
    }

    /**
     * Returns who is calling.
     *
     * @param sent null when the header could not be understood
     * @param client where the request comes from
     * @throws ProblemException when it is nobody who may sign in, or there were too many attempts
     */
    Operator operator(@Nullable BasicCredential sent, InetAddress client) {
        Optional<Operator> known =
                sent == null || sent.name() == null
                        ? Optional.empty()
                        : operators.find(sent.name());
        String secret = sent == null ? "" : sent.secret();
        CredentialHash hash = known.map(Operator::credential).orElse(nobodys);
        boolean right = isRight(secret, hash, client);
        if (!right || known.isEmpty() || known.get().disabled()) {
            // Only a name that there is: a stranger's text may be a credential in the wrong place.
            LOG.warn(
                    "Sign-in refused, of {} from {}",
                    known.map(operator -> operator.name().value()).orElse("nobody known"),
                    client.getHostAddress());
            known.ifPresent(operator -> refused.note(operator.name(), why(right)));
            throw new ProblemException(
                            ProblemCode.OPERATOR_CREDENTIAL_INVALID,
                            ProblemCode.OPERATOR_CREDENTIAL_INVALID.description())
                    .withHeaders(CHALLENGE);
        }
        return known.get();
    }

    private static RefusedSignIns.Why why(boolean right) {
        return right ? RefusedSignIns.Why.OPERATOR_DISABLED : RefusedSignIns.Why.CREDENTIAL_WRONG;
    }

    private boolean isRight(String secret, CredentialHash hash, InetAddress client) {
        ByteBuffer pair =
                ByteBuffer.wrap(
                        HmacSha256.of(
                                key,
                                hash.value().getBytes(StandardCharsets.UTF_8),
                                SEPARATOR,
                                secret.getBytes(StandardCharsets.UTF_8)));
        if (remembered.getIfPresent(pair) != null) {
            return true;
        }
        long waitSeconds = limited ? limits.trySignIn(client) : 0;
        if (waitSeconds > 0) {
            throw tooMany(waitSeconds);
        }
        boolean right = matches(secret, hash);
        if (right) {
            remembered.put(pair, true);
        }
        return right;
    }

    private boolean matches(String secret, CredentialHash hash) {
        try {
            if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany(1);
        }
        try {
            return credentials.matches(secret, hash);
        } finally {
            hashing.release();
        }
    }

    private static ProblemException tooMany(long waitSeconds) {
        return ProblemException.retryAfter(
                ProblemCode.RATE_LIMITED,
                "too many sign-ins; wait " + waitSeconds + " s",
                waitSeconds);
    }
}
